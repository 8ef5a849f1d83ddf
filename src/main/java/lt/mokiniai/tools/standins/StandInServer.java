package lt.mokiniai.tools.standins;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** An HTTP server on this machine, at a port that is free, which answers as a source does. */
public final class StandInServer implements AutoCloseable {

    private static final int LARGEST = 1 << 20;
    private static final int OK = 200;
    private static final int NOT_ALLOWED = 405;

    private final HttpServer server;
    private final ExecutorService threads;

    private StandInServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** Starts one, which gives to each question what the source answers. */
    public static StandInServer start(UnaryOperator<byte[]> source) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "stand-in-source");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/services/source/v1", exchange -> answer(exchange, source));
        server.start();
        return new StandInServer(server, threads);
    }

    /** Where it is asked, above {@code /services}. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void answer(HttpExchange exchange, UnaryOperator<byte[]> source) throws IOException {
        try (exchange;
                InputStream in = exchange.getRequestBody()) {
            if (!"POST".equals(exchange.getRequestMethod())) {
                exchange.sendResponseHeaders(NOT_ALLOWED, -1);
                return;
            }
            byte[] answer = source.apply(in.readNBytes(LARGEST));
            exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
            exchange.sendResponseHeaders(OK, answer.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(answer);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
