package lt.mokiniai.kernel;

/** Tells whether a text says anything: {@link String#isBlank()} knows neither no-break spaces nor characters of no width. */
public final class VisibleText {

    private static final char LAST_OF_ASCII = '~';

    private VisibleText() {}

    /**
     * Tells whether a text is one that is recorded: it can be seen, is in one line, and has no space of any kind at its beginning
     * or end. What XML cannot hold is in no line.
     */
    public static boolean isOneLine(String text) {
        if (text.isEmpty() || isSpace(text.codePointAt(0)) || isSpace(text.codePointBefore(text.length()))) {
            return false;
        }
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (isControl(text.codePointAt(i))) {
                return false;
            }
        }
        // Most begin with a letter of ASCII, which is seen.
        return text.charAt(0) <= LAST_OF_ASCII || isSeen(text);
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** A control character, an end of a line, half a character or what Unicode says is none: no XML could hold most of them. */
    private static boolean isControl(int character) {
        if (character >= ' ' && character <= LAST_OF_ASCII) {
            return false;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> (character & 0xFFFE) == 0xFFFE;
        };
    }

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
