package lt.mokiniai.exchange.http.connection;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.apache.catalina.util.NetMask;

/**
 * How many connections are taken, and how long the head of a request may take.
 *
 * @param proxies whose connections only count among all
 */
public record ConnectionLimits(int all, int ofOneAddress, List<NetMask> proxies, Duration headDeadline) {

    /**
     * Gives limits in which proxies are addresses or networks such as {@code 10.0.0.0/24}.
     *
     * @throws IllegalArgumentException when one is neither
     */
    public static ConnectionLimits of(int all, int ofOneAddress, List<String> proxies, Duration headDeadline) {
        return new ConnectionLimits(
                all, ofOneAddress, proxies.stream().map(NetMask::new).toList(), headDeadline);
    }

    /** Tells whether an address is that of a proxy. */
    public boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(network -> network.matches(address));
    }
}
