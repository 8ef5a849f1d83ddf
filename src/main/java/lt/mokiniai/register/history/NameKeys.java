package lt.mokiniai.register.history;

import java.util.Locale;
import java.util.regex.Pattern;

/** How names are looked up: letter case and the width of spaces do not matter, every letter does. */
public final class NameKeys {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private NameKeys() {}

    /** Gives given and family name as the register looks them up, a bar between the two. */
    public static String key(String givenNames, String familyName) {
        return key(givenNames) + "|" + key(familyName);
    }

    /** Gives a name in upper case, with single spaces between its words. */
    public static String key(String name) {
        return SPACES.matcher(name.strip()).replaceAll(" ").toUpperCase(Locale.ROOT);
    }
}
