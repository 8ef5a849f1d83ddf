package lt.mokiniai.tools.sandbox.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.faults.ExchangeError;

/**
 * The rehearsals that are held, one for each client at the most. Each ends by itself: after so many messages, or at its
 * time by the true clock.
 */
final class Rehearsals {

    private final Clock clock;
    private final Map<XRoadId, Rehearsal> held = new HashMap<>();

    /** @param clock the true time, which nobody moves */
    Rehearsals(Clock clock) {
        this.clock = clock;
    }

    /** Holds a rehearsal in the place of the client's one before it. */
    synchronized Rehearsal prepare(XRoadId client, ExchangeError error, int messages, Duration lasts) {
        Rehearsal rehearsal = new Rehearsal(client, error, messages, now().plus(lasts));
        held.put(client, rehearsal);
        return rehearsal;
    }

    /** Takes the fault that a client's message meets at a place, where it does. */
    synchronized Optional<ExchangeError> take(XRoadId client, Place place) {
        now();
        Optional<Rehearsal> met =
                Optional.ofNullable(held.get(client)).filter(rehearsal -> place.has(rehearsal.error()));
        met.ifPresent(rehearsal -> held.put(client, rehearsal.met()));
        return met.map(Rehearsal::error);
    }

    /** Gives those that are held, by client. */
    synchronized List<Rehearsal> all() {
        now();
        return held.values().stream()
                .sorted(Comparator.comparing(rehearsal -> rehearsal.client().toString()))
                .toList();
    }

    /** Lets go what has ended, and gives the time. */
    private Instant now() {
        Instant now = clock.instant();
        held.values().removeIf(rehearsal -> !rehearsal.isHeld(now));
        return now;
    }
}
