package lt.mokiniai.kernel.texts;

/**
 * What is wrong and what would be right, in both languages, under a stable code.
 *
 * @param code such as {@code MR-C301}; it never changes its meaning
 * @param lt in Lithuanian
 * @param en in English
 */
public record Notice(String code, Words lt, Words en) {

    /**
     * One language.
     *
     * @param what what is wrong
     * @param remedy what would be right
     */
    public record Words(String what, String remedy) {

        private Words meaning(String meaning) {
            return new Words(what, remedy.replace("{meaning}", meaning));
        }

        @Override
        public String toString() {
            return what + ". " + remedy;
        }
    }

    /** Gives the notice of a code as it stands in the bundles of {@link Messages}, without particulars. */
    public static Notice of(String code) {
        return new Notice(code, Messages.unfilled(code + ".message"), Messages.unfilled(code + ".remedy"));
    }

    private Notice(String code, Text what, Text remedy) {
        this(code, new Words(what.lt(), remedy.lt()), new Words(what.en(), remedy.en()));
    }

    /** Gives the same notice with what fills {@code {0}}, {@code {1}} and so on: names, codes, numbers and texts. */
    public Notice with(Object... particulars) {
        return new Notice(code, Messages.filled(what(), particulars), Messages.filled(remedy(), particulars));
    }

    /** What is wrong, in both languages. */
    public Text what() {
        return new Text(lt.what, en.what);
    }

    /** What would be right, in both languages. */
    public Text remedy() {
        return new Text(lt.remedy, en.remedy);
    }

    /** Gives the same notice with what fills {@code {meaning}} of its remedy: what belongs there, in words. */
    public Notice meaning(String inLithuanian, String inEnglish) {
        return new Notice(code, lt.meaning(inLithuanian), en.meaning(inEnglish));
    }
}
