package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lt.mokiniai.Thoroughness;
import lt.mokiniai.exchange.http.connection.Connections;
import org.junit.jupiter.api.Test;

/**
 * A register that is stopped under load: each call gets its whole answer, or none of it was taken. {@code
 * mokiniai.thorough} stops it many times more.
 */
class GracefulStopTests {

    private static final Register REGISTER = Register.shared();
    private static final int STOPS = Thoroughness.of(1, 40);
    private static final int CLIENTS = 16;
    private static final int MESSAGES = 60;
    private static final int BEFORE = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** How one call ended. */
    private enum End {
        ANSWERED,
        /** Nobody took the connection. */
        REFUSED,
        /** The connection was closed before the first byte of a response. */
        CLOSED,
        /** The connection ended within a response. */
        TORN
    }

    private record Call(String id, End end, int status) {}

    @Test
    void eachCallIsAnsweredWholeOrNotTakenAtAll() throws Exception {
        for (int stop = 0; stop < STOPS; stop++) {
            List<Call> calls = callWhileItStops();
            assertThat(calls).extracting(Call::end).as("stop " + stop).doesNotContain(End.TORN);
            assertThat(calls.stream().filter(call -> call.end() == End.ANSWERED))
                    .as("stop " + stop)
                    .extracting(Call::status)
                    .containsOnly(200);
            assertThat(calls.stream().filter(call -> call.end() != End.ANSWERED).filter(call -> rows(call.id()) > 0))
                    .as("stop %s: logged and not answered", stop)
                    .isEmpty();
        }
    }

    @Test
    void whatWasBegunIsReceivedToItsEndAndAnsweredForTheLastTime() throws Exception {
        Register node = Register.start(Map.of());
        URI address = node.address("contracts/v1");
        byte[] message = message().bytes();
        byte[] head = RawConnection.head(address.getPath(), message.length);
        try (RawConnection idle = RawConnection.to(address);
                RawConnection ofHalfABody = RawConnection.to(address);
                RawConnection ofHalfAHead = RawConnection.to(address)) {
            assertThat(idle.post(address.getPath(), message().bytes()).read().isLast())
                    .isFalse();
            ofHalfABody.send(head).send(Arrays.copyOf(message, message.length / 2));
            byte[] other = message().bytes();
            byte[] otherHead = RawConnection.head(address.getPath(), other.length);
            ofHalfAHead.send(Arrays.copyOf(otherHead, otherHead.length / 2));
            Connections connections = node.bean(Connections.class);
            await().atMost(PATIENCE).until(() -> connections.atWork() == 1 && connections.heads() == 1);

            CompletableFuture<Void> stop = CompletableFuture.runAsync(node::close);
            await().atMost(PATIENCE).until(() -> isRefused(address));
            assertThatThrownBy(idle::read).isInstanceOfAny(EOFException.class, SocketException.class);
            ofHalfABody.send(Arrays.copyOfRange(message, message.length / 2, message.length));
            ofHalfAHead
                    .send(Arrays.copyOfRange(otherHead, otherHead.length / 2, otherHead.length))
                    .send(other);
            for (RawConnection begun : List.of(ofHalfABody, ofHalfAHead)) {
                RawConnection.Response answer = begun.read();
                assertThat(answer.status()).isEqualTo(200);
                assertThat(begun == ofHalfABody || answer.isLast()).isTrue();
            }
            stop.get();
        } finally {
            node.close();
        }
    }

    private static boolean isRefused(URI address) throws IOException {
        try (RawConnection one = RawConnection.to(address)) {
            return one.socket().isClosed();
        } catch (SocketException refused) {
            return true;
        }
    }

    private static List<Call> callWhileItStops() throws Exception {
        CountDownLatch underLoad = new CountDownLatch(CLIENTS * BEFORE);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        Register node = Register.start(Map.of());
        try {
            URI address = node.address("contracts/v1");
            List<List<Message>> messages = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> Stream.generate(GracefulStopTests::message)
                            .limit(MESSAGES)
                            .toList())
                    .toList();
            List<Future<List<Call>>> running = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                List<Message> own = messages.get(client);
                boolean keepsAlive = client % 2 == 0;
                running.add(clients.submit(() -> call(address, own, keepsAlive, underLoad)));
            }
            underLoad.await();
            node.close();
            List<Call> calls = new ArrayList<>();
            for (Future<List<Call>> one : running) {
                calls.addAll(one.get());
            }
            return calls;
        } finally {
            node.close();
            clients.shutdownNow();
        }
    }

    private static Message message() {
        Message message = REGISTER.as("benefits").asks("checkConnection", "");
        message.bytes();
        return message;
    }

    /** Calls until nobody takes a connection any more, over one connection as long as it lives or over a new one each. */
    private static List<Call> call(URI address, List<Message> messages, boolean keepsAlive, CountDownLatch underLoad)
            throws IOException {
        List<Call> calls = new ArrayList<>();
        RawConnection connection = null;
        try {
            for (Message message : messages) {
                try {
                    connection = connection == null ? RawConnection.to(address) : connection;
                } catch (SocketException e) {
                    // Refused, or reset in the queue of a port that closes: either way nobody took it.
                    calls.add(new Call(message.id(), End.REFUSED, 0));
                    return calls;
                }
                Call call = call(connection, address, message);
                calls.add(call);
                underLoad.countDown();
                if (call.end() != End.ANSWERED || call.status() != 200 || !keepsAlive) {
                    connection.close();
                    connection = null;
                }
            }
            return calls;
        } finally {
            if (connection != null) {
                connection.close();
            }
        }
    }

    private static Call call(RawConnection connection, URI address, Message message) {
        try {
            RawConnection.Response response =
                    connection.post(address.getPath(), message.bytes()).read();
            return new Call(message.id(), End.ANSWERED, response.status());
        } catch (EOFException | SocketException closed) {
            return new Call(message.id(), End.CLOSED, 0);
        } catch (IOException torn) {
            return new Call(message.id(), End.TORN, 0);
        }
    }

    private static int rows(String messageId) {
        return REGISTER.jdbc()
                .sql("SELECT COUNT(*) FROM message_log WHERE message_id = ?")
                .param(messageId)
                .query(Integer.class)
                .single();
    }
}
