package lt.mokiniai.kernel;

/** The pseudonyms of pupils under one contract, and the order that they are listed in. */
public interface PupilPseudonyms {

    /** Gives the pseudonym of a pupil, by register id. */
    String of(String registerId);

    /**
     * Gives where a pupil's pseudonym stands among those of all pupils, not negative: pupils in the order of their ranks
     * are in the order of their pseudonyms.
     */
    long rank(String registerId);
}
