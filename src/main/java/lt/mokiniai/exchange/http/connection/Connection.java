package lt.mokiniai.exchange.http.connection;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** One connection, and where it stands. */
final class Connection {

    /** Where it stands. */
    enum Phase {
        /** Taken; nothing was read of it. */
        NEW,
        /** The head of a request is being read. */
        HEAD,
        /** A request is received, worked on or answered. */
        REQUEST,
        /** The last request is answered, and nothing is read of a next one. */
        IDLE,
        /** It is about to be closed, and takes no request any more. */
        ENDING
    }

    /** Phases in which nothing was read of a request. */
    static final Set<Phase> UNREAD = Set.of(Phase.NEW, Phase.IDLE);

    /** Phases in which a request is not whole enough to be looked at. */
    static final Set<Phase> BEFORE_REQUEST = Set.of(Phase.NEW, Phase.HEAD);

    /** Phases in which no request is at work. */
    static final Set<Phase> WAITING = Set.of(Phase.NEW, Phase.HEAD, Phase.IDLE);

    private final Optional<Network> counted;
    private @Nullable SocketWrapperBase<NioChannel> wrapper;
    private Phase phase = Phase.NEW;
    private long since = System.nanoTime();

    /** @param counted the address whose connections are counted with it; nothing of a proxy's */
    Connection(Optional<Network> counted) {
        this.counted = counted;
    }

    Optional<Network> counted() {
        return counted;
    }

    synchronized void attach(SocketWrapperBase<NioChannel> socket) {
        wrapper = socket;
    }

    synchronized boolean isHead() {
        return phase == Phase.HEAD;
    }

    synchronized boolean isAtWork() {
        return phase == Phase.REQUEST;
    }

    /** Whether no request is at work on it. */
    synchronized boolean isWaiting() {
        return WAITING.contains(phase);
    }

    /** Since when it stands so, by {@link System#nanoTime()}. */
    synchronized long since() {
        return since;
    }

    /** Something has come, or may have; says whether it may be read. */
    synchronized boolean readable() {
        if (phase == Phase.NEW) {
            phase = Phase.HEAD;
        } else if (phase == Phase.IDLE) {
            stand(Phase.HEAD);
        }
        return phase != Phase.ENDING;
    }

    /** The head of a request is whole. */
    synchronized void headIsWhole() {
        if (phase != Phase.ENDING) {
            stand(Phase.REQUEST);
        }
    }

    /** The last request is answered whole. */
    synchronized void answered() {
        if (phase != Phase.ENDING) {
            stand(Phase.IDLE);
        }
    }

    /** The last request is answered whole, and of a next one something was read. */
    synchronized void answeredAndNext() {
        if (phase == Phase.REQUEST) {
            stand(Phase.HEAD);
        }
    }

    /** Ends it, where it stands so and for longer than that; says whether it did. */
    boolean endWhere(Set<Phase> phases, Duration longerThan) {
        synchronized (this) {
            if (!phases.contains(phase) || System.nanoTime() - since <= longerThan.toNanos()) {
                return false;
            }
            stand(Phase.ENDING);
        }
        abort();
        return true;
    }

    /** Closes it, whatever is at work on it, in the way in which Tomcat closes one that has timed out. */
    void abort() {
        SocketWrapperBase<NioChannel> socket;
        synchronized (this) {
            socket = wrapper;
        }
        if (socket != null) {
            socket.setError(new SocketTimeoutException());
            socket.processSocket(SocketEvent.ERROR, true);
        }
    }

    private void stand(Phase next) {
        phase = next;
        since = System.nanoTime();
    }
}
