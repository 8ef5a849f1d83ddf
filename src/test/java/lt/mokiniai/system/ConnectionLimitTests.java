package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lt.mokiniai.exchange.http.connection.Connections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How many connections are taken: in all, and of one address that is no proxy's. */
class ConnectionLimitTests {

    private static final int ALL = 24;
    private static final int OF_ONE = 8;
    private static final String PATH = "/services/contracts/v1";

    private static Register register;
    private static Connections connections;
    private final List<RawConnection> opened = new ArrayList<>();

    @BeforeAll
    static void start() {
        // The tables are those of the register that made them, which must not be closed before others.
        Register.shared();
        register = Register.start(Map.of(
                "mokiniai.http.connections.all", String.valueOf(ALL),
                "mokiniai.http.connections.of-one-address", String.valueOf(OF_ONE),
                "mokiniai.http.connections.proxies", "127.0.0.8,127.0.1.0/24",
                "mokiniai.http.connections.head-deadline", "5m",
                "mokiniai.http.receiving.deadline", "5m",
                "mokiniai.http.receiving.window", "5m",
                "server.tomcat.connection-timeout", "5m",
                "server.tomcat.keep-alive-timeout", "5m"));
        connections = register.bean(Connections.class);
    }

    @AfterAll
    static void stop() {
        register.close();
    }

    @AfterEach
    void close() throws IOException {
        for (RawConnection connection : opened) {
            connection.close();
        }
        await().atMost(Duration.ofMinutes(2)).until(() -> connections.count() == 0);
    }

    @Test
    void anAddressHasSoManyAndAnotherOneHasItsOwn() throws IOException {
        List<RawConnection> first = open("127.0.0.2", OF_ONE);
        first.forEach(ConnectionLimitTests::assertIsAnswered);
        open("127.0.0.2", 3).forEach(ConnectionLimitTests::assertIsClosed);
        open("127.0.0.3", OF_ONE).forEach(ConnectionLimitTests::assertIsAnswered);
        // Those that wait for a next request count too, and live on.
        first.forEach(ConnectionLimitTests::assertIsAnswered);
    }

    @Test
    void whoClosesOneMayOpenAnother() throws IOException {
        List<RawConnection> connectionsOfOne = open("127.0.0.4", OF_ONE);
        connectionsOfOne.forEach(ConnectionLimitTests::assertIsAnswered);
        connectionsOfOne.get(0).close();
        await().atMost(Duration.ofMinutes(2)).until(() -> connections.count() == OF_ONE - 1);
        open("127.0.0.4", 1).forEach(ConnectionLimitTests::assertIsAnswered);
    }

    @Test
    void aProxyMayHaveAsManyAsThereAre() throws IOException {
        open("127.0.0.8", OF_ONE + 2).forEach(ConnectionLimitTests::assertIsAnswered);
        open("127.0.1.77", OF_ONE + 2).forEach(ConnectionLimitTests::assertIsAnswered);
    }

    @Test
    void whereAllAreTakenTheLongestWaitingOfWhoHasMostMakesRoom() throws IOException {
        List<RawConnection> most = open("127.0.0.5", OF_ONE);
        most.forEach(ConnectionLimitTests::assertIsAnswered);
        List<RawConnection> others = new ArrayList<>();
        for (String address : List.of("127.0.0.6", "127.0.0.7", "127.0.0.9")) {
            others.addAll(open(address, OF_ONE - 3));
        }
        others.addAll(open("127.0.0.8", 1));
        others.forEach(ConnectionLimitTests::assertIsAnswered);
        await().atMost(Duration.ofMinutes(2)).until(() -> connections.count() == ALL);

        open("127.0.0.1", 2).forEach(ConnectionLimitTests::assertIsAnswered);
        assertIsClosed(most.get(0));
        assertIsClosed(most.get(1));
        most.subList(2, most.size()).forEach(ConnectionLimitTests::assertIsAnswered);
        others.forEach(ConnectionLimitTests::assertIsAnswered);
    }

    @Test
    void whoIsAtWorkMakesNoRoom() throws IOException {
        List<RawConnection> receiving = new ArrayList<>();
        for (String address : List.of("127.0.0.5", "127.0.0.6", "127.0.0.7")) {
            receiving.addAll(open(address, OF_ONE));
        }
        Map<RawConnection, byte[]> messages = new HashMap<>();
        for (RawConnection connection : receiving) {
            byte[] message = message();
            messages.put(connection.send(RawConnection.head(PATH, message.length)), message);
        }
        await().atMost(Duration.ofMinutes(2)).until(() -> connections.atWork() == ALL);
        open("127.0.0.1", 1).forEach(ConnectionLimitTests::assertIsClosed);
        for (RawConnection connection : receiving) {
            assertThat(connection.send(messages.get(connection)).read().status())
                    .isEqualTo(200);
        }
    }

    @Test
    void whatAProxyForwardsOfTheAddressIsBelievedAndNobodyElse() throws IOException {
        String asked = String.join(
                "\r\n",
                "GET /services/students/v1?wsdl HTTP/1.1",
                "Host: a.example",
                "X-Forwarded-Host: b.example",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Port: 443",
                "",
                "");
        assertThat(open("127.0.0.8", 1).get(0).send(asked).read().text())
                .contains("location=\"https://b.example/services/students/v1\"");
        assertThat(open("127.0.0.2", 1).get(0).send(asked).read().text())
                .contains("location=\"" + register.address("students/v1") + "\"");
    }

    private List<RawConnection> open(String address, int count) throws IOException {
        List<RawConnection> more = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            more.add(RawConnection.from(address, register.address("")));
        }
        opened.addAll(more);
        return more;
    }

    private static void assertIsAnswered(RawConnection connection) {
        try {
            assertThat(connection.post(PATH, message()).read().status()).isEqualTo(200);
        } catch (IOException e) {
            throw new AssertionError("not answered", e);
        }
    }

    private static void assertIsClosed(RawConnection connection) {
        assertThatThrownBy(connection::read).isInstanceOfAny(EOFException.class, SocketException.class);
    }

    private static byte[] message() {
        return register.as("benefits").asks("checkConnection", "").bytes();
    }
}
