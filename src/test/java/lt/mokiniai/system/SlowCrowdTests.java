package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lt.mokiniai.Thoroughness;
import lt.mokiniai.exchange.http.connection.Connections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Slow connections of all kinds at once, from eight addresses, and a valid client whose every call is answered. With
 * {@code mokiniai.thorough} there are a thousand of them and the service has its own threads, in every build fewer of
 * both.
 */
class SlowCrowdTests {

    private static final int CROWD = Thoroughness.of(120, 1000);
    private static final int THREADS = Thoroughness.of(20, 200);
    private static final int CALLS = Thoroughness.of(20, 200);
    private static final int ADDRESSES = 8;

    private final List<RawConnection> crowd = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (RawConnection connection : crowd) {
            connection.close();
        }
    }

    @Test
    void aValidClientIsAnsweredWhereAllOfThemAreTaken() throws IOException {
        // Each address is as one of a proxy's, so that none is turned away.
        assertEveryValidCallIsAnswered(Map.of("mokiniai.http.connections.proxies", "127.0.0.0/8"), CROWD);
    }

    @Test
    void andWhereAnAddressMayHaveOnlySomeOfThem() throws IOException {
        int ofOne = CROWD / ADDRESSES / 2;
        assertEveryValidCallIsAnswered(
                Map.of("mokiniai.http.connections.of-one-address", String.valueOf(ofOne)), ofOne * ADDRESSES);
    }

    private void assertEveryValidCallIsAnswered(Map<String, String> settings, int taken) throws IOException {
        // The tables are those of the register that made them, which must not be closed before others.
        Register.shared();
        Map<String, String> all = new HashMap<>(settings);
        all.put("server.tomcat.threads.max", String.valueOf(THREADS));
        if (!Thoroughness.isThorough()) {
            // Each is cut off sooner than by the product's own limits.
            all.put("mokiniai.http.connections.head-deadline", "3s");
            all.put("mokiniai.http.receiving.window", "2s");
            all.put("mokiniai.http.sending.window", "2s");
        }
        Register register = Register.start(all);
        Connections connections = register.bean(Connections.class);
        try (Drips drips = new Drips(1, Duration.ofSeconds(4))) {
            for (int i = 0; i < CROWD; i++) {
                begin(Slowness.inTurn(i), "127.0.0." + (2 + i % ADDRESSES), register, drips);
            }
            await().atMost(Duration.ofMinutes(2)).until(() -> connections.count() > 0);
            for (int call = 0; call < CALLS; call++) {
                assertThat(register.as("benefits")
                                .asks("checkConnection", "")
                                .send()
                                .status())
                        .isEqualTo(200);
            }
            assertThat(connections.count()).isLessThanOrEqualTo(taken + 2);
            // In the end each is cut off, and the valid client's idle connection alone may be left.
            await().atMost(Duration.ofMinutes(5)).until(() -> connections.count() <= 2);
            assertThat(register.as("benefits")
                            .asks("checkConnection", "")
                            .send()
                            .status())
                    .isEqualTo(200);
        } finally {
            register.close();
        }
    }

    private void begin(Slowness kind, String address, Register register, Drips drips) throws IOException {
        RawConnection connection = kind.connect(address, register.address(""));
        crowd.add(connection);
        try {
            kind.begin(connection, drips);
        } catch (IOException turnedAway) {
            // Over the limit of its address.
        }
    }
}
