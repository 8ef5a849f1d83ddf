package lt.mokiniai.tools.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/** Sends signed requests to one service. */
public final class SoapClient {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI service;
    private final HttpClient http;

    /**
     * Makes a client.
     *
     * @param service the address of the service, above {@code /services}
     * @param tls whom it trusts on a connection, and whose certificate it shows there
     */
    public SoapClient(URI service, SSLContext tls) {
        this.service = service;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .sslContext(tls)
                .build();
    }

    /** Where an operation is asked. */
    public URI address(WsdlOperation operation) {
        return URI.create(service.toString().replaceFirst("/+$", "") + "/services/" + operation.service());
    }

    /**
     * Sends a request and gives the bytes and the status that come back, whatever they are.
     *
     * @throws IOException when nobody answers, which names the address, or TLS fails, which says why
     */
    public HttpResponse<byte[]> send(SignedRequest request) throws IOException, InterruptedException {
        URI address = address(request.operation());
        HttpRequest post = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", '"' + request.operation().soapAction() + '"')
                .POST(HttpRequest.BodyPublishers.ofByteArray(request.bytes()))
                .build();
        try {
            return http.send(post, HttpResponse.BodyHandlers.ofByteArray());
        } catch (SSLException e) {
            throw new IOException("TLS with " + address + " fails: " + ClientTls.why(e), e);
        } catch (IOException e) {
            throw new IOException("nobody answers at " + address + "; is the service running?", e);
        }
    }
}
