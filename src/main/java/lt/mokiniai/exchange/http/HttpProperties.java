package lt.mokiniai.exchange.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.exchange.http.connection.ConnectionLimits;
import lt.mokiniai.exchange.http.transfer.Pace;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of HTTP.
 *
 * @param publicAddress where parties reach the service, {@code https://register.example.lt}; where it is not set, that of the
 *     connection
 * @param connections how many connections are taken, and how long the head of a request may take
 * @param receiving what is asked of whoever sends a body
 * @param sending what is asked of whoever reads an answer
 */
@ConfigurationProperties("mokiniai.http")
public record HttpProperties(
        @Nullable URI publicAddress,
        @DefaultValue Connections connections,
        @DefaultValue Receiving receiving,
        @DefaultValue Sending sending) {

    /** @throws IllegalArgumentException that names the setting that is wrong */
    public HttpProperties {
        check(
                publicAddress == null || isAddress(publicAddress),
                "public-address must be a scheme, a host and at most a port, such as https://register.example.lt");
    }

    PublicAddress address() {
        return new PublicAddress(Optional.ofNullable(publicAddress), connections.limits());
    }

    private static boolean isAddress(URI address) {
        return ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                && address.getHost() != null
                && address.equals(URI.create(address.getScheme() + "://" + address.getAuthority()))
                && address.getUserInfo() == null;
    }

    /**
     * Settings of connections.
     *
     * @param all how many connections a port takes, those that wait for a next request included
     * @param ofOneAddress how many of them one address may have; one network of 64 bits where it is IPv6
     * @param proxies addresses ({@code 10.0.0.7}) and networks ({@code 10.0.0.0/24}) that may have as many as there are
     * @param headDeadline how long the head of a request may take, the TLS handshake before it included
     */
    public record Connections(
            @DefaultValue("2000") int all,
            @DefaultValue("100") int ofOneAddress,
            @DefaultValue List<String> proxies,
            @DefaultValue("10s") Duration headDeadline) {

        /** @throws IllegalArgumentException that names the setting that is wrong */
        public Connections {
            check(all > 0, "connections.all must be 1 or more");
            check(ofOneAddress > 0, "connections.of-one-address must be 1 or more");
            check(isPositive(headDeadline), "connections.head-deadline must be longer than nothing");
        }

        ConnectionLimits limits() {
            try {
                return ConnectionLimits.of(all, ofOneAddress, proxies, headDeadline);
            } catch (IllegalArgumentException noAddress) {
                throw new IllegalArgumentException(
                        "mokiniai.http.connections.proxies must be addresses or networks such as 10.0.0.0/24",
                        noAddress);
            }
        }
    }

    /**
     * Settings of bodies that come in.
     *
     * @param deadline how long a body may take in all
     * @param leastRate how many bytes a second it must come with, by the average of a window
     * @param window how long the rate is measured
     * @param heapPercent how much of the heap the bodies of all requests may take that are received or worked on
     */
    public record Receiving(
            @DefaultValue("30s") Duration deadline,
            @DefaultValue("1024") int leastRate,
            @DefaultValue("5s") Duration window,
            @DefaultValue("10") int heapPercent) {

        /** @throws IllegalArgumentException that names the setting that is wrong */
        public Receiving {
            check("receiving", deadline, leastRate, window, heapPercent);
        }

        Pace.Limits limits() {
            return new Pace.Limits(deadline, leastRate, window);
        }
    }

    /**
     * Settings of answers that go out. The system takes a part of an answer before it is read, and says only in steps
     * that it was: a window must be longer than such a step takes at the least rate.
     *
     * @param deadline how long an answer may take in all
     * @param leastRate how many bytes a second must be read of it, by the average of a window
     * @param window how long the rate is measured
     * @param heapPercent how much of the heap the answers of all requests may take that are not read yet
     * @param buffer how much of an answer the system takes before it is read
     */
    public record Sending(
            @DefaultValue("60s") Duration deadline,
            @DefaultValue("2048") int leastRate,
            @DefaultValue("20s") Duration window,
            @DefaultValue("10") int heapPercent,
            @DefaultValue("64KB") DataSize buffer) {

        /** @throws IllegalArgumentException that names the setting that is wrong */
        public Sending {
            check("sending", deadline, leastRate, window, heapPercent);
            check(
                    buffer.toBytes() > 0 && buffer.toBytes() <= Integer.MAX_VALUE,
                    "sending.buffer must be between 1B and 2GB");
        }

        Pace.Limits limits() {
            return new Pace.Limits(deadline, leastRate, window);
        }
    }

    private static void check(String direction, Duration deadline, int leastRate, Duration window, int heapPercent) {
        check(isPositive(deadline), direction + ".deadline must be longer than nothing");
        check(leastRate >= 0, direction + ".least-rate must be 0 or more");
        check(isPositive(window), direction + ".window must be longer than nothing");
        check(heapPercent > 0 && heapPercent <= 50, direction + ".heap-percent must be 1 to 50");
    }

    private static void check(boolean isRight, String rule) {
        if (!isRight) {
            throw new IllegalArgumentException("mokiniai.http." + rule);
        }
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
