package lt.mokiniai.exchange.pipeline;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import lt.mokiniai.exchange.http.ReceivedRequest;
import lt.mokiniai.kernel.ExchangeError;
import lt.mokiniai.kernel.ExchangeException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * A message as it came over HTTP, before anything is believed of it.
 *
 * @param method the HTTP method
 * @param path the path below the services' root, {@code students/v1}
 * @param contentType the header, or an empty text
 * @param contentEncoding the header, or an empty text
 * @param soapAction the header without its quotes, or an empty text
 * @param bytes the message; one byte more than the limit when it is too long
 */
record RawRequest(
        String method, String path, String contentType, String contentEncoding, String soapAction, byte[] bytes) {

    static RawRequest of(HttpServletRequest request) {
        String path = request.getPathInfo() == null ? request.getServletPath() : request.getPathInfo();
        return new RawRequest(
                request.getMethod(),
                path.replaceFirst("^/(services/)?", ""),
                text(request.getContentType()),
                text(request.getHeader("Content-Encoding")),
                text(request.getHeader("SOAPAction")).replaceAll("^\"|\"$", ""),
                ReceivedRequest.bytesOf(request));
    }

    /** @throws ExchangeException {@code MR-109} or {@code MR-104} when the message does not travel as the profile says */
    void checkTransport(int limit) {
        if (!"POST".equals(method)) {
            throw ExchangeException.of(ExchangeError.HTTP).naming("method");
        }
        if (!contentEncoding.isEmpty() && !"identity".equalsIgnoreCase(contentEncoding)) {
            throw ExchangeException.of(ExchangeError.HTTP).naming("Content-Encoding");
        }
        if (!isXmlInUtf8()) {
            throw ExchangeException.of(ExchangeError.HTTP).naming("Content-Type");
        }
        if (bytes.length > limit) {
            throw ExchangeException.of(ExchangeError.LIMIT).naming("bytes (" + limit + ")");
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
