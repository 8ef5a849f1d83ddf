package lt.mokiniai.kernel;

/** The modulus-11 check digit that Lithuanian personal codes and codes of legal entities share, each with its own weights. */
final class CheckDigit {

    private static final int[] PERSON_FIRST = {1, 2, 3, 4, 5, 6, 7, 8, 9, 1};
    private static final int[] PERSON_SECOND = {3, 4, 5, 6, 7, 8, 9, 1, 2, 3};
    private static final int[] ENTITY_FIRST = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final int[] ENTITY_SECOND = {3, 4, 5, 6, 7, 8, 9, 1};

    private CheckDigit() {}

    static int ofPerson(String firstTen) {
        return of(firstTen, PERSON_FIRST, PERSON_SECOND);
    }

    static int ofLegalEntity(String firstEight) {
        return of(firstEight, ENTITY_FIRST, ENTITY_SECOND);
    }

    /** Gives the second weights' digit when the first give 10, and 0 when both do (docs/register.md, 'Person and student'). */
    private static int of(String digits, int[] first, int[] second) {
        int remainder = remainder(digits, first);
        if (remainder == 10) {
            remainder = remainder(digits, second);
        }
        return remainder == 10 ? 0 : remainder;
    }

    private static int remainder(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return sum % 11;
    }
}
