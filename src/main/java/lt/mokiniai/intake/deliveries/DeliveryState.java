package lt.mokiniai.intake.deliveries;

/** What became of a delivery (code list DELIVERY_STATE). */
public enum DeliveryState {
    /** Not all of its records are here. */
    INCOMPLETE,
    /** It is here, and one before it is not. */
    WAITING,
    /** It is its turn, and its records are applied. */
    APPLYING,
    /** It would end more than it may; it waits for a decision, and nothing of it was applied. */
    HELD,
    /** All of its records came to something. */
    DONE,
    /** A later one, or a later series, was applied before it came: nothing of it is applied. */
    OUTDATED,
    /** It was decided that nothing of it is applied. */
    REFUSED
}
