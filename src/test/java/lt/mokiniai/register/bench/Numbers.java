package lt.mokiniai.register.bench;

import java.util.concurrent.atomic.AtomicLong;
import lt.mokiniai.kernel.PersonalCode;

/** Numbers, identifiers and codes that no other row of a test has. */
public final class Numbers {

    private static final AtomicLong LAST = new AtomicLong(1000);

    private Numbers() {}

    /** Gives the next number; the numbers grow. */
    public static long next() {
        return LAST.incrementAndGet();
    }

    /** Gives an identifier of a student or an enrolment. */
    public static String registerId() {
        return "R%015d".formatted(next());
    }

    /** Gives a valid personal code of nobody: its digits say born in 2091 to 2099. */
    public static String personalCode() {
        long number = next();
        return PersonalCode.completing("59%d%02d%02d%03d"
                        .formatted(1 + number % 9, 1 + number / 9 % 12, 1 + number / 108 % 28, number / 3024 % 1000))
                .value();
    }
}
