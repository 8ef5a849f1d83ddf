package mokiniai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import lt.mokiniai.tools.client.WsdlOperation;

/** Sends signed requests to an address, on connections that are kept. */
final class Connection {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int ANSWERED = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final URI address;
    private final String soapAction;

    Connection(Server server, WsdlOperation operation) {
        this.address = server.service(operation.service().toString());
        this.soapAction = '"' + operation.soapAction() + '"';
    }

    /**
     * Sends one.
     *
     * @throws IllegalStateException when it is not answered
     */
    byte[] send(byte[] request) {
        HttpResponse<byte[]> response = post(request);
        if (response.statusCode() != ANSWERED) {
            throw new IllegalStateException("HTTP " + response.statusCode() + " from " + address + ": "
                    + new String(response.body(), StandardCharsets.UTF_8));
        }
        return response.body();
    }

    /** Whether one is answered, and not refused. */
    boolean answers(byte[] request) {
        return post(request).statusCode() == ANSWERED;
    }

    private HttpResponse<byte[]> post(byte[] request) {
        HttpRequest post = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", soapAction)
                .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                .build();
        try {
            return HTTP.send(post, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
