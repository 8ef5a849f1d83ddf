package lt.mokiniai.kernel.scope;

/** The pseudonyms of students under one contract, and the order that they are listed in. */
public interface StudentPseudonyms {

    /** Gives the pseudonym of a student, by register id. */
    String of(String registerId);

    /**
     * Gives where a student's pseudonym stands among those of all students, not negative: students in the order of their ranks
     * are in the order of their pseudonyms.
     */
    long rank(String registerId);
}
