package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import lt.mokiniai.exchange.http.connection.Connections;
import lt.mokiniai.system.RawConnection.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is slow holds no thread, and not for long. The register has four threads; more are slow at once. */
class SlowClientTests {

    private static final int THREADS = 4;
    private static final int SLOW = 3 * THREADS;
    private static final String PATH = "/services/contracts/v1";
    private static final byte[] BODY = "<a>".repeat(30_000).getBytes(StandardCharsets.US_ASCII);

    private static Register register;
    private final List<RawConnection> opened = new ArrayList<>();
    private final Drips bytewise = new Drips(1, Duration.ofMillis(200));

    @BeforeAll
    static void start() {
        // The tables are those of the register that made them, which must not be closed before others.
        Register.shared();
        register = Register.start(Map.of(
                "server.tomcat.threads.max",
                String.valueOf(THREADS),
                "mokiniai.http.connections.head-deadline",
                "1s",
                "mokiniai.http.receiving.deadline",
                "3s",
                "mokiniai.http.receiving.window",
                "1s",
                "mokiniai.http.receiving.least-rate",
                "500",
                "mokiniai.http.sending.window",
                "1s",
                "mokiniai.http.sending.least-rate",
                "100000",
                "mokiniai.http.sending.buffer",
                "8KB"));
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
    void bodiesThatComeByteByByteHoldNoThreadAndAreRefused() throws IOException {
        List<RawConnection> slow = open(SLOW);
        for (RawConnection connection : slow) {
            bytewise.begin(connection.send(RawConnection.head(PATH, BODY.length)), BODY);
        }
        assertAValidCallIsAnswered();
        for (RawConnection connection : slow) {
            assertIsRefused(connection.read(), "least rate (500 B/s)");
        }
    }

    @Test
    void chunkedBodiesToo() throws IOException {
        List<RawConnection> slow = open(SLOW);
        byte[] chunks = "3\r\n<a>\r\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
        for (RawConnection connection : slow) {
            bytewise.begin(connection.send(RawConnection.head(PATH, "Transfer-Encoding: chunked")), chunks);
        }
        assertAValidCallIsAnswered();
        for (RawConnection connection : slow) {
            assertIsRefused(connection.read(), "least rate (500 B/s)");
        }
    }

    @Test
    void bodiesOfWhichNothingComesToo() throws IOException {
        List<RawConnection> slow = open(SLOW);
        for (RawConnection connection : slow) {
            connection.send(RawConnection.head(PATH, BODY.length));
        }
        assertAValidCallIsAnswered();
        for (RawConnection connection : slow) {
            assertIsRefused(connection.read(), "least rate (500 B/s)");
        }
    }

    @Test
    void aBodyThatIsNotWholeByItsDeadlineIsRefused() throws IOException {
        RawConnection connection = open(1).get(0);
        try (Drips quick = new Drips(500, Duration.ofMillis(50))) {
            quick.begin(connection.send(RawConnection.head(PATH, BODY.length * 20)), longBody());
            assertIsRefused(connection.read(), "deadline (3 s)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sandbox/explain", "/sandbox/explain/students/v1", "/nowhere"})
    void bodiesForAnyPathAreReceivedInTheSameWay(String path) throws IOException {
        List<RawConnection> slow = open(SLOW);
        for (RawConnection connection : slow) {
            bytewise.begin(connection.send(RawConnection.head(path, BODY.length)), BODY);
        }
        assertAValidCallIsAnswered();
        for (RawConnection connection : slow) {
            Response refused = connection.read();
            assertThat(refused.status()).isEqualTo(408);
            assertThat(refused.isLast()).isTrue();
            assertThat(refused.text()).contains("MR-112 Pranešimas", "MR-112 The message");
        }
    }

    @Test
    void headsThatComeByteByByteEndTheConnection() throws IOException {
        List<RawConnection> slow = open(SLOW);
        for (RawConnection connection : slow) {
            bytewise.begin(connection, RawConnection.head(PATH, "X-Filler: " + "x".repeat(5000)));
        }
        assertAValidCallIsAnswered();
        for (RawConnection connection : slow) {
            assertIsClosed(connection);
        }
    }

    @Test
    void theHeadOfASecondRequestHasADeadlineToo() throws IOException {
        RawConnection connection = open(1).get(0).send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(connection.read().status()).isEqualTo(200);
        bytewise.begin(connection, RawConnection.head(PATH, "X-Filler: " + "x".repeat(5000)));
        assertIsClosed(connection);
    }

    @Test
    void connectionsThatSayNothingAreClosed() throws IOException {
        for (RawConnection connection : open(SLOW)) {
            assertIsClosed(connection);
        }
    }

    @Test
    void whoDoesNotReadItsAnswersHoldsNoThreadAndIsCutOff() throws IOException {
        List<RawConnection> slow = new ArrayList<>();
        for (int i = 0; i < SLOW; i++) {
            RawConnection connection = RawConnection.deaf("127.0.0.1", register.address(""));
            opened.add(connection);
            slow.add(connection.send("GET /services/students/v1?wsdl HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(30)));
        }
        assertAValidCallIsAnswered();
        Connections connections = register.bean(Connections.class);
        int others = connections.count() - SLOW;
        await().atMost(Duration.ofMinutes(2)).until(() -> connections.count() <= Math.max(others, 1));
        for (RawConnection connection : slow) {
            assertThatThrownBy(() -> {
                        for (int answer = 0; answer < 30; answer++) {
                            connection.read();
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aBodyThatNobodyAskedForHoldsNoThread() throws IOException {
        for (RawConnection connection : open(SLOW)) {
            connection.send("OPTIONS * HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n");
        }
        for (RawConnection connection : open(SLOW)) {
            connection.send("TRACE / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n");
        }
        assertAValidCallIsAnswered();
    }

    @Test
    void aSenderAboveTheLeastRateIsServed() throws Exception {
        byte[] message = valid().bytes();
        RawConnection connection = open(1).get(0).send(RawConnection.head(PATH, message.length));
        try (Drips quick = new Drips(message.length / 15, Duration.ofMillis(150))) {
            CompletableFuture<Boolean> isSent = quick.send(connection, message);
            assertThat(connection.read().status()).isEqualTo(200);
            assertThat(isSent.get()).isTrue();
        }
    }

    /** It is read to its end, so that the sender comes to read its refusal. */
    @Test
    void aMessageThatIsTooLongIsRefusedAfterItsEnd() throws IOException {
        byte[] tooLong = "a".repeat(3_000_000).getBytes(StandardCharsets.US_ASCII);
        Response refused = open(1).get(0).post(PATH, tooLong).read();
        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.text()).contains("MR-104", "bytes (2097152)");
    }

    @Test
    void aPathIsTakenHoweverItIsWritten() throws IOException {
        for (String path : List.of(
                PATH + ";a=b", "//services//contracts/v1", "/services/contracts/%761", "/services/./contracts/v1")) {
            Response response = open(1).get(0).post(path, valid().bytes()).read();
            assertThat(response.status()).as(path).isEqualTo(200);
        }
        for (String path : List.of("/services/%2e%2e/x", "/services/contracts%2Fv1", "/a%00b", "/%zz")) {
            Response response = open(1).get(0).post(path, valid().bytes()).read();
            assertThat(response.status()).as(path).isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void aConnectionIsUsedAgainAfterAnswersAndPages() throws IOException {
        RawConnection connection = open(1).get(0);
        for (int i = 0; i < 3; i++) {
            Response answer = connection.post(PATH, valid().bytes()).read();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.isLast()).isFalse();
            assertThat(connection
                            .send("GET /start.css HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .read()
                            .text())
                    .contains("font");
            Response missing = connection
                    .send("GET /nowhere HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n\r\n")
                    .read();
            assertThat(missing.status()).isEqualTo(404);
            assertThat(missing.text()).contains("There is nothing to see here");
        }
    }

    private static void assertIsRefused(Response refused, String limit) {
        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.headers().get("content-type")).isEqualToIgnoringCase("text/xml;charset=utf-8");
        assertThat(refused.isLast()).isTrue();
        assertThat(refused.text())
                .contains("MR-112", limit, "<t:retryable>true</t:retryable>".replace("t:", prefix(refused)));
        String number = refused.text().replaceAll("(?s).*correlationId>([^<]*)<.*", "$1");
        assertThat(register.log().find(number)).isEmpty();
    }

    private static String prefix(Response fault) {
        return fault.text().replaceAll("(?s).*<([a-z0-9]+:|)retryable>.*", "$1");
    }

    private static void assertIsClosed(RawConnection connection) {
        assertThatThrownBy(connection::read).isInstanceOfAny(EOFException.class, java.net.SocketException.class);
    }

    private static void assertAValidCallIsAnswered() {
        assertThat(valid().send(register).status()).isEqualTo(200);
    }

    private static Message valid() {
        return register.as("benefits").asks("checkConnection", "");
    }

    private static byte[] longBody() {
        return new String(BODY, StandardCharsets.US_ASCII).repeat(20).getBytes(StandardCharsets.US_ASCII);
    }

    private List<RawConnection> open(int count) throws IOException {
        List<RawConnection> connections = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            connections.add(RawConnection.to(register.address("")));
        }
        opened.addAll(connections);
        return connections;
    }
}
