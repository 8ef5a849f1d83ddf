package lt.mokiniai.exchange.http.connection;

import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The connections of one server: which are taken, which have waited too long, and their end. */
public final class Connections {

    /** How long an idle connection is left for a request that is on its way, when the service stops. */
    private static final Duration FAREWELL = Duration.ofMillis(100);

    private final ConnectionLimits limits;
    private final int all;
    private final Tally tally;
    private final Map<SocketChannel, Connection> open = new ConcurrentHashMap<>();
    private final Map<Network, Integer> ofAddress = new ConcurrentHashMap<>();
    private final List<LimitedProtocol> protocols = new CopyOnWriteArrayList<>();
    private volatile boolean isDraining;

    /** Takes as many as the limits and the open files of this process allow. */
    public Connections(ConnectionLimits limits, Tally tally) {
        this.limits = limits;
        this.all = OpenFiles.atMost(limits.all());
        this.tally = tally;
    }

    /** Ends the connections whose head of a request takes too long. */
    public void check() {
        for (Connection connection : open.values()) {
            if (connection.endWhere(Connection.BEFORE_REQUEST, limits.headDeadline())) {
                tally.count("heads of requests too slow");
            }
        }
    }

    /** Gives what closes the connection of the request that this thread is at, in the middle of what it does. */
    public static Runnable aborting() {
        return ConnectionHandler.current()
                .<Runnable>map(connection -> connection::abort)
                .orElse(() -> {});
    }

    /** How many there are. */
    public int count() {
        return open.size();
    }

    /** On how many a request is received, worked on or answered. */
    public long atWork() {
        return open.values().stream().filter(Connection::isAtWork).count();
    }

    /** On how many the head of a request is read. */
    public long heads() {
        return open.values().stream().filter(Connection::isHead).count();
    }

    void serve(LimitedProtocol protocol) {
        protocols.add(protocol);
    }

    /** Takes a connection, where there is room for it. Only the thread that accepts calls it. */
    boolean admit(SocketChannel socket, @Nullable InetAddress address) {
        Optional<Network> counted =
                Optional.ofNullable(address).filter(one -> !limits.isProxy(one)).map(Network::of);
        if (counted.map(one -> ofAddress.getOrDefault(one, 0)).orElse(0) >= limits.ofOneAddress()) {
            tally.count("connections over the limit of one address");
            return false;
        }
        if (open.size() >= all && !displace()) {
            tally.count("connections over the limit of all");
            return false;
        }
        counted.ifPresent(one -> ofAddress.merge(one, 1, Integer::sum));
        open.put(socket, new Connection(counted));
        return true;
    }

    Optional<Connection> of(@Nullable SocketChannel socket) {
        return Optional.ofNullable(socket).map(open::get);
    }

    void closed(@Nullable SocketChannel socket) {
        if (socket != null) {
            Optional.ofNullable(open.remove(socket))
                    .flatMap(Connection::counted)
                    .ifPresent(one -> ofAddress.computeIfPresent(one, (key, count) -> count == 1 ? null : count - 1));
        }
    }

    boolean isDraining() {
        return isDraining;
    }

    void drain(boolean begun) {
        isDraining = begun;
    }

    /** Makes room: of the address that has most, the connection ends that has waited longest for its next request. */
    private boolean displace() {
        Comparator<Connection> mostOfAddress = Comparator.comparing(connection ->
                connection.counted().map(one -> ofAddress.getOrDefault(one, 0)).orElse(0));
        Optional<Connection> longest = open.values().stream()
                .filter(connection -> connection.counted().isPresent() && connection.isWaiting())
                .max(mostOfAddress.thenComparing(connection -> -connection.since()));
        boolean isDisplaced = longest.filter(connection -> connection.endWhere(Connection.WAITING, Duration.ZERO))
                .isPresent();
        if (isDisplaced) {
            tally.count("waiting connections displaced by new ones");
        }
        return isDisplaced;
    }

    /**
     * Takes no new connections, lets every request that was begun end with its whole answer, and closes each connection
     * after its last. It returns when there is none any more.
     */
    void close() throws InterruptedException {
        for (LimitedProtocol protocol : protocols) {
            protocol.pause();
            protocol.closeServerSocketGraceful();
        }
        while (!open.isEmpty() && protocols.stream().anyMatch(LimitedProtocol::isRunning)) {
            open.values().forEach(connection -> connection.endWhere(Connection.UNREAD, FAREWELL));
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
