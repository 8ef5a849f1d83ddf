package lt.mokiniai.tools.demo.register;

import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;
import lt.mokiniai.kernel.PersonalCode;

/** What a seed gives: chance, and identifiers, which are bijections of a student's index. */
final class SeededIdentifiers {

    /** Most students a demo register can have: as many as there are impossible personal codes for. */
    static final int MOST_STUDENTS = 1_000_000;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    // What a personal code is made of: a birth year of 91 to 99, a day of a year that is no leap year, and a serial.
    // Each
    // use has its own serials; those from 900 on are the cast's.
    private static final int DAYS = 365;
    private static final int YEARS = 9;
    private static final int FIRST_STUDENTS = 1;
    private static final int SECOND_STUDENTS = 161;
    private static final int SECOND_TWINS = 321;
    private static final int GUARDIANS = 481;
    private static final int STUDENT_CODES = (SECOND_STUDENTS - FIRST_STUDENTS) * YEARS * DAYS;
    private static final int GUARDIAN_CODES = (900 - GUARDIANS) * YEARS * DAYS;

    private final long seed;

    SeededIdentifiers(long seed) {
        this.seed = seed;
    }

    /** Gives the source of chance of one thing about one index; it depends on nothing else. */
    SplittableRandom chance(long purpose, long index) {
        return new SplittableRandom(mix(mix(seed * GOLDEN + purpose) ^ (index * GOLDEN)));
    }

    /** Gives a student's register id: 16 characters that say nothing, another for each index. */
    String registerId(long index) {
        return opaque(index, seed * GOLDEN + 11);
    }

    /** Gives an enrolment's id, for a student's enrolment of the number 0 to 63; the cast's (below 0) are told by sight. */
    String enrolmentId(long index, int number) {
        if (index < 0) {
            return "DEMOE%09d%02d".formatted(-index, number);
        }
        return opaque(index * 64 + number, seed * GOLDEN + 13);
    }

    /** 64 bits, mixed, fill 13 digits and never reach a leading 4, so that the cast's ids, which have one, stay free. */
    private static String opaque(long index, long key) {
        String digits = Long.toUnsignedString(mix(index ^ mix(key)), 36);
        String extra = Long.toUnsignedString(Long.remainderUnsigned(mix(index + mix(key + 1)), 36 * 36 * 36), 36);
        return ("000" + extra).substring(extra.length()).toUpperCase(Locale.ROOT)
                + ("0000000000000" + digits).substring(digits.length()).toUpperCase(Locale.ROOT);
    }

    /**
     * Gives a student's personal code: valid, of birth year 2091 to 2099, and nobody else's. The second of twins shares the
     * day of the first.
     */
    PersonalCode studentCode(long index, boolean secondTwin, boolean male) {
        int pair = (int) (index / 2);
        if (secondTwin) {
            return code(permute(pair, STUDENT_CODES, 17), SECOND_TWINS, male);
        }
        return index % 2 == 0
                ? code(permute(pair, STUDENT_CODES, 17), FIRST_STUDENTS, male)
                : code(permute(pair, STUDENT_CODES, 19), SECOND_STUDENTS, male);
    }

    /** Gives a code that a student of an even index, who is no twin, once had. */
    PersonalCode formerCode(long index, boolean male) {
        return code(permute((int) (index / 2), STUDENT_CODES, 17), SECOND_TWINS, male);
    }

    /** Gives a guardian's personal code; no student has it. */
    PersonalCode guardianCode(long household, boolean male) {
        return code(permute((int) household, GUARDIAN_CODES, 23), GUARDIANS, male);
    }

    private static PersonalCode code(int position, int firstSerial, boolean male) {
        LocalDate day = LocalDate.ofYearDay(2091, position % DAYS + 1);
        // The digits before the last: century and sex, year, month, day, serial number. A format would take longer than
        // all else.
        long digits = male ? 5 : 6;
        digits = digits * 100 + 91 + position / DAYS % YEARS;
        digits = digits * 100 + day.getMonthValue();
        digits = digits * 100 + day.getDayOfMonth();
        digits = digits * 1000 + firstSerial + position / DAYS / YEARS;
        return PersonalCode.completing(String.valueOf(digits));
    }

    /** A keyed permutation of 0 to size - 1: four Feistel rounds over the next even number of bits, walked until inside. */
    private int permute(int position, int size, long purpose) {
        int half = (33 - Integer.numberOfLeadingZeros(size - 1)) / 2;
        int mask = (1 << half) - 1;
        int walked = position;
        do {
            int left = walked >>> half;
            int right = walked & mask;
            for (int round = 0; round < 4; round++) {
                int next = left ^ ((int) mix((seed * GOLDEN + purpose * 31 + round) ^ ((long) right << 20)) & mask);
                left = right;
                right = next;
            }
            walked = (left << half) | right;
        } while (walked >= size);
        return walked;
    }

    /** The finaliser of SplitMix64: a bijection of 64 bits. */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
