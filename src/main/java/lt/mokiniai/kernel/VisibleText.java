package lt.mokiniai.kernel;

/** Tells whether a text says anything: {@link String#isBlank()} knows neither no-break spaces nor characters of no width. */
public final class VisibleText {

    private VisibleText() {}

    /** Tells whether a text has a character that is seen: no space of any kind, no control, no format character, no filler. */
    public static boolean isSeen(String text) {
        return text.codePoints().anyMatch(VisibleText::isSeen);
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    // A mark is seen on a letter; alone it may be none, as variation selectors are.
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> !isFiller(character);
        };
    }

    /** Letters and symbols that have no picture: the fillers of Hangul and the blank of Braille. */
    private static boolean isFiller(int character) {
        return switch (character) {
            case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800 -> true;
            default -> false;
        };
    }
}
