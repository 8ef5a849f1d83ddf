package lt.mokiniai.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What others do to a service at once, again and again until it is over: large messages of unknown senders, nested tokens,
 * lists of 1,000 students by one party, and connections that are slow in every way.
 */
final class Attack implements AutoCloseable {

    /** Who sends. */
    enum Sender {
        LARGE,
        NESTED,
        LISTING,
        SLOW
    }

    private static final Pattern CODE = Pattern.compile(">(MR-[0-9]{3})<");
    private static final int ADDRESSES = 8;
    /** Longer than a client may be in reading its answer. */
    private static final int DEAF_SECONDS = 90;

    private final ServerProcess server;
    private final Map<Sender, Map<String, Integer>> told = new ConcurrentHashMap<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService senders = Executors.newCachedThreadPool();
    private final Drips drips = new Drips(1, Duration.ofSeconds(4));

    private Attack(ServerProcess server) {
        this.server = server;
    }

    /** Begins it: so many senders of large messages and of lists, two who nest tokens, and so many slow connections. */
    static Attack on(ServerProcess server, int large, int listing, int slow) {
        Attack attack = new Attack(server);
        List<byte[]> messages = AttackMessages.large();
        for (int i = 0; i < large; i++) {
            byte[] message = messages.get(i % messages.size());
            attack.send(Sender.LARGE, () -> AttackMessages.good().raw(bytes -> message));
        }
        for (int depth : new int[] {1_500, 20_000}) {
            byte[] message = AttackMessages.nestedToken(depth);
            attack.send(Sender.NESTED, () -> AttackMessages.good().raw(bytes -> message));
        }
        for (int i = 0; i < listing; i++) {
            attack.send(Sender.LISTING, AttackMessages::list);
        }
        for (int i = 0; i < slow; i++) {
            Slowness kind = Slowness.inTurn(i);
            String address = "127.0.0." + (2 + i % ADDRESSES);
            attack.senders.execute(() -> attack.beSlow(kind, address));
        }
        return attack;
    }

    /** What each was told, and how often; "cut off" where a connection ended without an answer. */
    Map<Sender, Map<String, Integer>> told() {
        return new TreeMap<>(told);
    }

    int countOf(Sender sender) {
        return told.getOrDefault(sender, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Ends it, and waits until each has got its last answer. */
    @Override
    public void close() {
        over.countDown();
        drips.close();
        senders.shutdown();
        try {
            if (!senders.awaitTermination(10, TimeUnit.MINUTES)) {
                throw new AssertionError("a sender still waits for an answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean isOver() {
        return over.getCount() == 0;
    }

    private void send(Sender sender, Supplier<Message> next) {
        senders.execute(() -> {
            while (!isOver()) {
                Message message = next.get();
                try {
                    Matcher code = CODE.matcher(new String(
                            message.post(server.address(message.path()), "*/*").body(), StandardCharsets.UTF_8));
                    count(sender, code.find() ? code.group(1) : "answered");
                } catch (UncheckedIOException e) {
                    count(sender, "cut off");
                }
            }
        });
    }

    private void count(Sender sender, String what) {
        told.computeIfAbsent(sender, any -> new ConcurrentHashMap<>()).merge(what, 1, Integer::sum);
    }

    /** Is slow until it is cut off, and then again. */
    private void beSlow(Slowness kind, String address) {
        URI to = server.address("");
        while (!isOver()) {
            try (RawConnection connection = kind.connect(address, to)) {
                kind.begin(connection, drips);
                awaitEnd(connection, kind);
                count(Sender.SLOW, "ended");
            } catch (IOException e) {
                count(Sender.SLOW, "cut off");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void awaitEnd(RawConnection connection, Slowness kind) throws IOException, InterruptedException {
        if (kind == Slowness.DEAF) {
            over.await(DEAF_SECONDS, TimeUnit.SECONDS);
            return;
        }
        connection.socket().setSoTimeout(1_000);
        while (!isOver()) {
            try {
                if (connection.socket().getInputStream().read() < 0) {
                    return;
                }
            } catch (SocketTimeoutException stillOpen) {
                // Then it goes on.
            }
        }
    }
}
