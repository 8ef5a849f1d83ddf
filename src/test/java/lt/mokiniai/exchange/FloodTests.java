package lt.mokiniai.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lt.mokiniai.Thoroughness;
import lt.mokiniai.demo.DemoCast;
import org.junit.jupiter.api.Test;

/** A server of a small heap, and 60 strangers who send it messages of 1.9 MB all the time. */
class FloodTests {

    private static final int STRANGERS = 60;
    private static final int LARGE = 1_900_000;
    private static final long MEGABYTE = 1024 * 1024;
    private static final Pattern CODE = Pattern.compile("MR-[0-9]{3}");

    private static final String HEAP = Thoroughness.isThorough() ? "700m" : "320m";
    private static final int LEAST_CALLS = 10;
    private static final Duration LEAST_TIME = Thoroughness.isThorough() ? Duration.ofMinutes(3) : Duration.ZERO;

    private final Map<String, Integer> told = new ConcurrentHashMap<>();
    private final AtomicBoolean isOver = new AtomicBoolean();

    @Test
    void aValidClientIsAnsweredAllTheTimeAndMemoryIsBackAfterwards() throws InterruptedException {
        ExecutorService strangers = Executors.newFixedThreadPool(STRANGERS);
        try (ServerProcess server = ServerProcess.start(HEAP, Map.of())) {
            assertIsAnswered(server);
            long before = server.heldByHeap();

            List<byte[]> messages = List.of(anotherRoot(), manyAttributes(), unsignedWithinTheLimits());
            IntStream.range(0, STRANGERS)
                    .forEach(i -> strangers.execute(() -> flood(server, messages.get(i % messages.size()))));
            long until = System.nanoTime() + LEAST_TIME.toNanos();
            for (int calls = 0; calls < LEAST_CALLS || !isFlooded() || System.nanoTime() < until; calls++) {
                assertIsAnswered(server);
            }
            isOver.set(true);
            strangers.shutdown();
            assertThat(strangers.awaitTermination(10, TimeUnit.MINUTES)).isTrue();

            assertIsAnswered(server);
            assertThat(server.heldByHeap()).isLessThan(before + 40 * MEGABYTE);
        } finally {
            isOver.set(true);
            strangers.shutdownNow();
        }
        assertThat(new TreeMap<>(told)).containsKey("MR-903").doesNotContainKeys("MR-901", "MR-902", "no fault");
    }

    /** Each stranger was told something ten times, on the average. */
    private boolean isFlooded() {
        return told.values().stream().mapToInt(Integer::intValue).sum() >= 10 * STRANGERS;
    }

    private void flood(ServerProcess server, byte[] message) {
        Message sent = good().raw(bytes -> message);
        while (!isOver.get()) {
            String answer;
            try {
                answer =
                        new String(sent.post(server.address(sent.path()), "*/*").body(), StandardCharsets.UTF_8);
            } catch (UncheckedIOException cutOff) {
                answer = "MR-000";
            }
            Matcher code = CODE.matcher(answer);
            told.merge(code.find() ? code.group() : "no fault", 1, Integer::sum);
        }
    }

    private static void assertIsAnswered(ServerProcess server) {
        Message message = good();
        HttpResponse<byte[]> response = message.post(server.address(message.path()), "*/*");
        assertThat(response.statusCode())
                .as(new String(response.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
    }

    private static Message good() {
        return Register.shared()
                .as("benefits")
                .getStudent(DemoCast.KAUNAS_PUPIL)
                .at(Instant.now());
    }

    /** 7,600 elements of 50 attributes in what is no Envelope. */
    private static byte[] anotherRoot() {
        return ("<a>" + groups(elementOfFifty()) + "</a>").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] manyAttributes() {
        return envelope(groups(elementOfFifty()));
    }

    /** As many elements as a message may have, and texts beyond Latin 1 besides. */
    private static byte[] unsignedWithinTheLimits() {
        return envelope(groups("<b c=''>" + "š".repeat(95) + "</b>"));
    }

    private static String elementOfFifty() {
        return "<b"
                + IntStream.range(0, 50)
                        .mapToObj(i -> " " + (char) (i < 26 ? 'a' + i : 'A' + i - 26) + "=''")
                        .collect(Collectors.joining())
                + "/>";
    }

    private static String groups(String element) {
        int size = element.getBytes(StandardCharsets.UTF_8).length;
        int inAll = (LARGE - 4000) / size;
        String group = "<g>" + element.repeat(1000) + "</g>";
        return group.repeat(inAll / 1000) + element.repeat(inAll % 1000);
    }

    private static byte[] envelope(String content) {
        return ("<s:Envelope xmlns:s='" + Xml.SOAP + "'><s:Header/><s:Body><m>" + content
                        + "</m></s:Body></s:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
