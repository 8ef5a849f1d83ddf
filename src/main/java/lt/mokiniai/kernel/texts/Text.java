package lt.mokiniai.kernel.texts;

/**
 * A text in both languages.
 *
 * @param lt in Lithuanian
 * @param en in English
 */
public record Text(String lt, String en) {

    /** A language that texts are told in. */
    public enum Language {
        LT,
        EN;

        /** Gives a text in this language. */
        public String of(Text text) {
            return this == LT ? text.lt : text.en;
        }
    }

    /** Gives what is written alike in both languages: a number, a code, a name. */
    public static Text same(Object value) {
        return new Text(String.valueOf(value), String.valueOf(value));
    }

    /** Gives this text with what is written alike in both languages behind it. */
    public Text then(String alike) {
        return new Text(lt + alike, en + alike);
    }
}
