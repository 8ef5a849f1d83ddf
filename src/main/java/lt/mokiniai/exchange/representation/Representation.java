package lt.mokiniai.exchange.representation;

import java.time.Instant;
import java.util.Optional;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.kernel.XRoadId;

/**
 * What was recorded of who may act for an institution.
 *
 * @param institution the institution that is acted for
 * @param client the X-Road subsystem that acts
 * @param begins from this moment on
 * @param ends not at this moment any more; nothing where no end is agreed
 * @param recorded when that was recorded, and by whom
 * @param withdrawn when it was taken back, or told anew by another row, and by whom
 */
public record Representation(
        LegalEntityCode institution,
        XRoadId client,
        Instant begins,
        Optional<Instant> ends,
        Recorded recorded,
        Optional<Recorded> withdrawn) {

    /** When something was recorded, and by whom. */
    public record Recorded(Instant at, String by) {}

    /** What it is at a moment. */
    public enum State {
        /** The subsystem may act. */
        STANDS,
        /** It may from later on. */
        NOT_YET,
        /** Its time is over. */
        ENDED,
        /** It was taken back, or told anew. */
        WITHDRAWN
    }

    /** Gives what it is at a moment. */
    public State at(Instant now) {
        if (withdrawn.isPresent()) {
            return State.WITHDRAWN;
        }
        if (begins.isAfter(now)) {
            return State.NOT_YET;
        }
        return isOver(now) ? State.ENDED : State.STANDS;
    }

    /** Tells whether no moment is left of it. */
    boolean isOver(Instant now) {
        return ends.filter(end -> !end.isAfter(now)).isPresent();
    }

    /** Tells whether both hold at one and the same moment. */
    boolean meets(Representation other) {
        return begins.isBefore(other.ends.orElse(Instant.MAX)) && other.begins.isBefore(ends.orElse(Instant.MAX));
    }
}
