package lt.mokiniai.tools.sandbox.rehearsal;

import java.time.Instant;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.faults.ExchangeError;

/**
 * A fault that the next messages of one client meet.
 *
 * @param messages how many are left to meet it
 * @param endsAt when it ends, by the true time, whether they came or not
 */
record Rehearsal(XRoadId client, ExchangeError error, int messages, Instant endsAt) {

    boolean isHeld(Instant now) {
        return messages > 0 && now.isBefore(endsAt);
    }

    Rehearsal met() {
        return new Rehearsal(client, error, messages - 1, endsAt);
    }
}
