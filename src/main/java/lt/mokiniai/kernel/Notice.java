package lt.mokiniai.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong and what would be right, in both languages, under a stable code.
 *
 * @param code such as {@code MR-C301}; it never changes its meaning
 * @param lt in Lithuanian
 * @param en in English
 */
public record Notice(String code, Words lt, Words en) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    /**
     * One language.
     *
     * @param what what is wrong
     * @param remedy what would be right
     */
    public record Words(String what, String remedy) {

        private Words with(String... particulars) {
            return new Words(filled(what, particulars), filled(remedy, particulars));
        }

        private Words meaning(String meaning) {
            return new Words(what, remedy.replace("{meaning}", meaning));
        }

        @Override
        public String toString() {
            return what + ". " + remedy;
        }
    }

    /** Gives the same notice with what fills {@code {0}}, {@code {1}} and so on: names, codes and numbers. */
    public Notice with(String... particulars) {
        return new Notice(code, lt.with(particulars), en.with(particulars));
    }

    /** Gives the same notice with what fills {@code {meaning}} of its remedy: what belongs there, in words. */
    public Notice meaning(String inLithuanian, String inEnglish) {
        return new Notice(code, lt.meaning(inLithuanian), en.meaning(inEnglish));
    }

    private static String filled(String text, String... particulars) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(particulars[Integer.parseInt(place.group(1))]));
    }
}
