package lt.mokiniai.tools.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an answer may cost whoever waits for it. */
class SoapClientTests {

    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server = unstarted();
    private volatile byte[] first = {};
    private volatile boolean isWhole = true;

    private static HttpServer unstarted() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void start() {
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(first);
                out.flush();
                if (!isWhole) {
                    over.await();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private byte[] answer(Duration patience, long largest) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        WsdlOperation operation = WsdlOperation.named("checkConnection").orElseThrow();
        return new SoapClient(address, SSLContext.getDefault(), new SoapClient.Limits(patience, largest))
                .send(new SignedRequest(operation, new byte[] {1}, new byte[] {1}))
                .body();
    }

    @Test
    void isTakenUpToItsLimit() throws Exception {
        first = new byte[100_000];
        assertThat(answer(Duration.ofSeconds(30), 100_000)).hasSize(100_000);
    }

    @Test
    void isNotTakenBeyondIt() {
        first = new byte[100_001];
        assertThatThrownBy(() -> answer(Duration.ofSeconds(30), 100_000)).isInstanceOf(LargeAnswerException.class);
    }

    /** Its head came in time, and its end does not. */
    @Test
    void isNotWaitedForLongerThanToldTo() {
        first = new byte[10];
        isWhole = false;
        assertThatThrownBy(() -> answer(Duration.ofMillis(300), 100_000)).isInstanceOf(HttpTimeoutException.class);
    }
}
