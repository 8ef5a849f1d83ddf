package lt.mokiniai.tools.sandbox.rehearsal;

import java.util.Optional;
import lt.mokiniai.kernel.XRoadId;
import org.jspecify.annotations.Nullable;

/** The client of the exchange that a thread is at work on; an exchange has one thread from its filter to its answer. */
final class CurrentClient {

    private static final ThreadLocal<@Nullable XRoadId> CURRENT = new ThreadLocal<>();

    private CurrentClient() {}

    /** Nothing outside an exchange, and while nothing shall be rehearsed. */
    static Optional<XRoadId> get() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Sets it, and gives the one before, which is to be set again. */
    static Optional<XRoadId> replace(Optional<XRoadId> client) {
        Optional<XRoadId> before = get();
        if (client.isPresent()) {
            CURRENT.set(client.get());
        } else {
            CURRENT.remove();
        }
        return before;
    }
}
