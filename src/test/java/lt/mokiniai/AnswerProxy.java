package lt.mokiniai;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Passes requests on to a server, and gives other answers than the server gave. */
public final class AnswerProxy implements AutoCloseable {

    /** Chooses what is answered to a request. */
    public interface Answers {

        /** Gives what the client gets; {@code given} is what the server answered. */
        Answer instead(byte[] request, Answer given);
    }

    /** An answer of XML. */
    public record Answer(int status, byte[] body) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer server;
    private final URI target;
    private final Answers answers;

    /** @param target the address of the server, of which the path is not used */
    public AnswerProxy(URI target, Answers answers) {
        this.target = target;
        this.answers = answers;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] request = exchange.getRequestBody().readAllBytes();
            HttpRequest.Builder forwarded = HttpRequest.newBuilder(
                    target.resolve(exchange.getRequestURI().toString()));
            for (String header : List.of("Content-Type", "SOAPAction")) {
                if (exchange.getRequestHeaders().containsKey(header)) {
                    forwarded.header(header, exchange.getRequestHeaders().getFirst(header));
                }
            }
            HttpResponse<byte[]> response = http.send(
                    forwarded
                            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(request))
                            .build(),
                    BodyHandlers.ofByteArray());
            Answer answer = answers.instead(request, new Answer(response.statusCode(), response.body()));
            exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
            exchange.sendResponseHeaders(answer.status(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
