package lt.mokiniai.register.enrolments.rules;

/** What the register knows of what institutions teach. */
public interface Offers {

    /** Tells whether the register knows an institution, by its code. */
    boolean isKnown(String institution);

    /**
     * Gives what is known of a programme at an institution.
     *
     * @param institution its code
     * @param programme its state code
     */
    Offer of(String institution, String programme);
}
