package lt.mokiniai.contract.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When a contract is in force.
 *
 * @param from first day of validity, in Vilnius
 * @param until last day of validity, in Vilnius
 * @param suspended whether nothing is answered under it for the time being
 */
public record Term(LocalDate from, LocalDate until, boolean suspended) {

    /** What a contract is on a day. */
    public enum State {
        /** It is answered under. */
        IN_FORCE,
        /** It begins later. */
        NOT_YET,
        /** It has ended. */
        ENDED,
        /** It is suspended within its days. */
        SUSPENDED
    }

    /** Gives what it is on a day. */
    public State on(LocalDate day) {
        if (day.isAfter(until)) {
            return State.ENDED;
        }
        if (day.isBefore(from)) {
            return State.NOT_YET;
        }
        return suspended ? State.SUSPENDED : State.IN_FORCE;
    }

    /** Tells whether it is in force on a day. */
    public boolean isInForce(LocalDate day) {
        return on(day) == State.IN_FORCE;
    }

    /** Tells why it is not in force on a day, in a way that is read in any language; empty when it is. */
    Optional<String> whyNotInForce(LocalDate day) {
        return switch (on(day)) {
            case IN_FORCE -> Optional.empty();
            case SUSPENDED -> Optional.of("status=\"suspended\"");
            case NOT_YET, ENDED -> Optional.of(from + " – " + until);
        };
    }

    /** Tells whether both can be in force on one and the same day. */
    public boolean meets(Term other) {
        return !suspended && !other.suspended && !from.isAfter(other.until) && !other.from.isAfter(until);
    }
}
