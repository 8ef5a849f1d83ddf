package lt.mokiniai.exchange.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** An answer that is held back until it is whole; errors are told by the page for them, and are held back as well. */
final class BufferedResponse extends ContentCachingResponseWrapper {

    private final String errorPage;
    private int error;

    BufferedResponse(HttpServletResponse response, String errorPage) {
        super(response);
        this.errorPage = errorPage;
    }

    @Override
    public void sendError(int status) {
        sendError(status, "");
    }

    @Override
    public void sendError(int status, String message) {
        resetBuffer();
        setStatus(status);
        error = status;
    }

    @Override
    public void sendRedirect(String location) {
        resetBuffer();
        setStatus(SC_FOUND);
        setHeader("Location", encodeRedirectURL(location));
    }

    /** Tells of an error, where there was one. */
    void tellError(HttpServletRequest request) throws IOException, ServletException {
        RequestDispatcher page = request.getRequestDispatcher(errorPage);
        if (error == 0 || page == null) {
            return;
        }
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, error);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        setContentType(null);
        page.forward(request, this);
    }
}
