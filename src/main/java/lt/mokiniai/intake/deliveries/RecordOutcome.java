package lt.mokiniai.intake.deliveries;

/** What came of a record of a delivery (code list RECORD_OUTCOME). Each has one at each time, so that the numbers add up. */
public enum RecordOutcome {
    /** It is kept, and its turn has not come. */
    RECEIVED,
    /** What it tells is recorded. */
    APPLIED,
    /** The register had it so. */
    UNCHANGED,
    /** It does not fit, and waits for a decision. */
    QUARANTINED,
    /** It does not fit, and it was decided that its source is to correct it. */
    RETURNED,
    /** It did not fit, and a later record of the source tells the same thing rightly. */
    CORRECTED,
    /** It did not fit, and it was decided that it is not recorded; or that its whole delivery is not. */
    REFUSED,
    /** Its delivery came after a later one was applied. */
    OUTDATED
}
