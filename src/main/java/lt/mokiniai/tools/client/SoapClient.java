package lt.mokiniai.tools.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Sends signed requests to one service. */
public final class SoapClient {

    private final URI service;
    private final Limits limits;
    private final HttpClient http;

    /**
     * What an answer may cost.
     *
     * @param patience how long it may take to its last byte
     * @param largest how many bytes it may have
     */
    public record Limits(Duration patience, long largest) {

        private static final Limits USUAL = new Limits(Duration.ofSeconds(60), Integer.MAX_VALUE);
    }

    /**
     * Makes a client.
     *
     * @param service the address of the service, above {@code /services}
     * @param tls whom it trusts on a connection, and whose certificate it shows there
     */
    public SoapClient(URI service, SSLContext tls) {
        this(service, tls, Limits.USUAL);
    }

    /**
     * Makes a client that takes no answer beyond limits.
     *
     * @param service the address of the service, above {@code /services}
     * @param tls whom it trusts on a connection, and whose certificate it shows there
     */
    public SoapClient(URI service, SSLContext tls, Limits limits) {
        this.service = service;
        this.limits = limits;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limits.patience())
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
     * @throws HttpTimeoutException when the answer takes too long
     * @throws LargeAnswerException when it is too large
     * @throws IOException when nobody answers, which names the address, or TLS fails, which says why
     */
    public HttpResponse<byte[]> send(SignedRequest request) throws IOException, InterruptedException {
        URI address = address(request.operation());
        HttpRequest post = HttpRequest.newBuilder(address)
                .timeout(limits.patience())
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", '"' + request.operation().soapAction() + '"')
                .POST(HttpRequest.BodyPublishers.ofByteArray(request.bytes()))
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(post, response -> new LimitedBody(limits.largest()));
        try {
            return answer.get(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw tooSlow(address, e);
        } catch (ExecutionException e) {
            throw failure(address, e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static IOException failure(URI address, @Nullable Throwable why) {
        if (why instanceof LargeAnswerException large) {
            return large;
        }
        if (why instanceof HttpTimeoutException timeout && !(why instanceof HttpConnectTimeoutException)) {
            return tooSlow(address, timeout);
        }
        return why instanceof SSLException tls
                ? new IOException("TLS with " + address + " fails: " + ClientTls.why(tls), tls)
                : new IOException("nobody answers at " + address + "; is the service running?", why);
    }

    private static HttpTimeoutException tooSlow(URI address, Throwable why) {
        HttpTimeoutException failure = new HttpTimeoutException(address + " takes too long to answer");
        failure.initCause(why);
        return failure;
    }
}
