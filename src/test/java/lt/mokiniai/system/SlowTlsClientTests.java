package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same limits where the register speaks TLS itself, and on the port of the operator. */
class SlowTlsClientTests {

    private static final int THREADS = 4;
    private static final int SLOW = 3 * THREADS;
    private static final byte[] BODY = "<a>".repeat(30_000).getBytes(StandardCharsets.US_ASCII);

    /** A record of the handshake (RFC 8446, section 5.1) that announces more than is sent. */
    private static final byte[] HALF_A_HELLO = {0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, (byte) 0xfc, 0x03, 0x03
    };

    private static Register register;
    private static TestTls tls;
    private final List<RawConnection> opened = new ArrayList<>();
    private final Drips bytewise = new Drips(1, Duration.ofMillis(200));

    @BeforeAll
    static void start() {
        tls = TestTls.in(Register.shared());
        register = Register.start(Map.of(
                "server.ssl.certificate", tls.certificate(),
                "server.ssl.certificate-private-key", tls.key(),
                "management.server.port", "0",
                "management.server.ssl.enabled", "false",
                "server.tomcat.threads.max", String.valueOf(THREADS),
                "mokiniai.http.connections.head-deadline", "1s",
                "mokiniai.http.receiving.window", "1s",
                "mokiniai.http.receiving.least-rate", "500"));
    }

    @AfterAll
    static void stop() {
        register.close();
    }

    @AfterEach
    void close() throws IOException {
        bytewise.close();
        for (RawConnection connection : opened) {
            connection.close();
        }
    }

    @Test
    void aHandshakeThatTakesTooLongEndsTheConnection() throws Exception {
        List<RawConnection> slow = open(register.address(""));
        for (RawConnection connection : slow) {
            bytewise.begin(connection, HALF_A_HELLO);
        }
        assertIsAnswered();
        for (RawConnection connection : slow) {
            assertIsClosed(connection);
        }
    }

    @Test
    void bodiesOverTlsThatComeByteByByteAreRefused() throws Exception {
        List<RawConnection> slow = new ArrayList<>();
        for (int i = 0; i < SLOW; i++) {
            RawConnection connection = RawConnection.over(tls.context(), register.address(""));
            opened.add(connection);
            slow.add(connection);
            bytewise.begin(connection.send(RawConnection.head("/services/contracts/v1", BODY.length)), BODY);
        }
        assertIsAnswered();
        for (RawConnection connection : slow) {
            assertThat(connection.read().text()).contains("MR-112");
        }
    }

    @Test
    void thePortOfTheOperatorHasTheSameLimits() throws IOException {
        URI health = register.management("/actuator/health");
        List<RawConnection> heads = open(health);
        for (RawConnection connection : heads) {
            bytewise.begin(connection, RawConnection.head("/actuator/health", "X-Filler: " + "x".repeat(5000)));
        }
        List<RawConnection> bodies = open(health);
        for (RawConnection connection : bodies) {
            bytewise.begin(connection.send(RawConnection.head("/actuator/health", BODY.length)), BODY);
        }
        RawConnection.Response well = open(health)
                .get(0)
                .send("GET /actuator/health HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .read();
        assertThat(well.text()).contains("UP");
        for (RawConnection connection : heads) {
            assertIsClosed(connection);
        }
        for (RawConnection connection : bodies) {
            assertThat(connection.read().status()).isEqualTo(408);
        }
    }

    private static void assertIsAnswered() throws IOException, InterruptedException {
        HttpResponse<String> page = tls.client()
                .send(
                        HttpRequest.newBuilder(URI.create("https://localhost:"
                                        + register.address("").getPort() + "/"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
    }

    private static void assertIsClosed(RawConnection connection) {
        assertThatThrownBy(connection::read)
                .isInstanceOfAny(EOFException.class, SocketException.class, IOException.class);
    }

    private List<RawConnection> open(URI address) throws IOException {
        List<RawConnection> connections = new ArrayList<>();
        for (int i = 0; i < SLOW; i++) {
            connections.add(RawConnection.to(address));
        }
        opened.addAll(connections);
        return connections;
    }
}
