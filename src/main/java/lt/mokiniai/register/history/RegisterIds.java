package lt.mokiniai.register.history;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Makes register identifiers: opaque, never derived from anything (docs/register.md, 'Person and student'). */
public final class RegisterIds {

    /** No letters that are read as digits or each other (Crockford's Base32). */
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RegisterIds() {}

    /** Gives a new identifier: 80 random bits, so that no two are alike. */
    public static String next() {
        return RANDOM.ints(LENGTH, 0, SIGNS.length())
                .mapToObj(SIGNS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
