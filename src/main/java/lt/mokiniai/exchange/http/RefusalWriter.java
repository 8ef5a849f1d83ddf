package lt.mokiniai.exchange.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lt.mokiniai.kernel.faults.ExchangeException;

/**
 * Tells, in the form of the paths that it serves, why a request was not received: {@code MR-112} or {@code MR-903}. Paths
 * that have none get the text of the refusal.
 */
public interface RefusalWriter {

    /** Whether it serves a request's path. */
    boolean serves(HttpServletRequest request);

    /** Writes the whole response. */
    void write(ExchangeException refusal, HttpServletResponse response) throws IOException;
}
