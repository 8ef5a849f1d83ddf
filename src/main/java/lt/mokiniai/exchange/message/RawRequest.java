package lt.mokiniai.exchange.message;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import lt.mokiniai.exchange.http.ReceivedRequest;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * A message as it came over HTTP, before anything is believed of it.
 *
 * @param method the HTTP method
 * @param path the path below the services' root, {@code students/v1}; nothing where it has no address yet
 * @param contentType the header, or an empty text
 * @param contentEncoding the header, or an empty text
 * @param soapAction the header without its quotes, or an empty text
 * @param bytes the message; one byte more than the limit when it is too long
 */
public record RawRequest(
        String method,
        Optional<String> path,
        String contentType,
        String contentEncoding,
        String soapAction,
        byte[] bytes) {

    /** Reads what came. */
    public static RawRequest of(HttpServletRequest request) {
        return new RawRequest(
                request.getMethod(),
                Optional.ofNullable(request.getPathInfo()).map(path -> path.substring(1)),
                text(request.getContentType()),
                text(request.getHeader("Content-Encoding")),
                text(request.getHeader("SOAPAction")).replaceAll("^\"|\"$", ""),
                ReceivedRequest.bytesOf(request));
    }

    /** Gives a message that nobody has sent yet. */
    public static RawRequest unsent(byte[] message) {
        return new RawRequest("", Optional.empty(), "", "", "", message);
    }

    /** Gives the same as it would be sent to another address, or to none yet. */
    public RawRequest to(Optional<String> address) {
        return new RawRequest(method, address, contentType, contentEncoding, soapAction, bytes);
    }

    /**
     * Tells that the message travels as the profile says.
     *
     * @throws ExchangeException {@code MR-109}
     */
    public void checkTransport() {
        if (!"POST".equals(method)) {
            throw ExchangeException.of(ExchangeError.HTTP).naming("method");
        }
        if (!contentEncoding.isEmpty() && !"identity".equalsIgnoreCase(contentEncoding)) {
            throw ExchangeException.of(ExchangeError.HTTP).naming("Content-Encoding");
        }
        if (!isXmlInUtf8()) {
            throw ExchangeException.of(ExchangeError.HTTP).naming("Content-Type");
        }
    }

    private boolean isXmlInUtf8() {
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            String charset = type.getParameter("charset");
            return type.equalsTypeAndSubtype(MediaType.TEXT_XML)
                    && (charset == null
                            || "utf-8".equals(charset.toLowerCase(Locale.ROOT).replace("\"", "")));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static String text(@Nullable String header) {
        return header == null ? "" : header.strip();
    }
}
