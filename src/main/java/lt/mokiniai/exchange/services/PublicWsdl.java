package lt.mokiniai.exchange.services;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Gives a WSDL, or a schema that it imports, to everybody: what CXF publishes and nothing else of it. */
public final class PublicWsdl {

    private PublicWsdl() {}

    /** Tells whether that is what a request asks for. */
    public static boolean isAskedFor(HttpServletRequest request) {
        String query = String.valueOf(request.getQueryString()).toLowerCase(Locale.ROOT);
        return "GET".equals(request.getMethod())
                && (query.equals("wsdl") || query.startsWith("wsdl=") || query.startsWith("xsd="));
    }

    /** Gives it, or status 404. */
    public static void publish(HttpServletRequest request, HttpServletResponse response, FilterChain cxf)
            throws IOException {
        ContentCachingResponseWrapper document = new ContentCachingResponseWrapper(response);
        try {
            cxf.doFilter(request, document);
        } catch (ServletException | RuntimeException noSuchDocument) {
            document.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        if (document.getStatus() == HttpServletResponse.SC_OK) {
            document.copyBodyToResponse();
        } else {
            response.reset();
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
