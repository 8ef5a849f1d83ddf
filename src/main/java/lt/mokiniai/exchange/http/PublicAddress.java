package lt.mokiniai.exchange.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import lt.mokiniai.exchange.http.connection.ConnectionLimits;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.util.ForwardedHeaderUtils;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * By which address the service tells others that it is reached, in a WSDL say: the one that is set; else the one that a
 * trusted proxy forwards (RFC 7239, and the headers {@code X-Forwarded-}); else that of the connection. Never the one that a
 * caller names in its header Host: what one caller sends could be told to another.
 */
final class PublicAddress {

    private static final Pattern HOST = Pattern.compile("[0-9A-Za-z](?:[0-9A-Za-z.-]{0,253})|\\[[0-9A-Fa-f:.]{2,45}]");

    private final Optional<URI> set;
    private final ConnectionLimits connections;

    PublicAddress(Optional<URI> set, ConnectionLimits connections) {
        this.set = set;
        this.connections = connections;
    }

    /** Gives the scheme, the host and the port, which is none where it is that of the scheme. */
    URI of(HttpServletRequest request) {
        return set.orElseGet(() -> {
            URI reached = reached(request);
            return isOfProxy(request) ? forwarded(reached, request) : reached;
        });
    }

    /** Of this end of the connection; a loopback address goes by its name. */
    private static URI reached(HttpServletRequest request) {
        InetAddress local = address(request.getLocalAddr());
        String literal = local.getHostAddress().replaceFirst("%.*", "");
        String host = local.isLoopbackAddress() ? "localhost" : literal.contains(":") ? "[" + literal + "]" : literal;
        return uri(request.getScheme(), host, request.getLocalPort());
    }

    private boolean isOfProxy(HttpServletRequest request) {
        return connections.isProxy(address(request.getRemoteAddr()));
    }

    /** What is forwarded and is no address is passed over. */
    private static URI forwarded(URI reached, HttpServletRequest request) {
        try {
            UriComponents forwarded = ForwardedHeaderUtils.adaptFromForwardedHeaders(
                            reached, new ServletServerHttpRequest(request).getHeaders())
                    .build();
            String scheme = String.valueOf(forwarded.getScheme());
            String host = String.valueOf(forwarded.getHost());
            return (scheme.equals("http") || scheme.equals("https"))
                            && HOST.matcher(host).matches()
                    ? uri(scheme, host, forwarded.getPort())
                    : reached;
        } catch (IllegalArgumentException | IllegalStateException noAddress) {
            return reached;
        }
    }

    private static URI uri(String scheme, String host, int port) {
        boolean isUsual = port == (scheme.equals("https") ? 443 : 80);
        return UriComponentsBuilder.newInstance()
                .scheme(scheme)
                .host(host)
                .port(isUsual ? -1 : port)
                .build()
                .toUri();
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("a connection has no address", e);
        }
    }
}
