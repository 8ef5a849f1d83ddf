package lt.mokiniai.register.history;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How names of persons and of classes are looked up: letter case, the kind and the number of spaces, and how Unicode writes a
 * letter (composed, or as a letter and its marks) do not matter, every letter does. A fact is recorded with the key of its
 * name, and a criterion is compared by its key.
 */
public final class NameKeys {

    /** A key is at most so many times as long as its name: there are letters that are three in upper case. */
    public static final int LONGEST = 3;

    /** White space of Unicode, so no-break spaces too. */
    private static final Pattern SPACES = Pattern.compile("\\p{IsWhite_Space}+");

    private NameKeys() {}

    /** Gives given and family name as the register looks them up, a bar between the two. */
    public static String key(String givenNames, String familyName) {
        return key(givenNames) + "|" + key(familyName);
    }

    /** Gives a name in upper case and Normalization Form C, with single spaces between its words. */
    public static String key(String name) {
        String composed = composed(SPACES.matcher(name).replaceAll(" ").strip());
        // Some letters in upper case are several, which may be composed again.
        return composed(composed.toUpperCase(Locale.ROOT));
    }

    /** Gives a name as it is recorded and shown: as it was told, in Normalization Form C (UAX #15). */
    public static String composed(String name) {
        return Normalizer.normalize(name, Form.NFC);
    }
}
