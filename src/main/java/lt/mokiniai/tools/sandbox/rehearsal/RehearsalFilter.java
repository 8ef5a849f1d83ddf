package lt.mokiniai.tools.sandbox.rehearsal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.exchange.http.ReceivedRequest;
import lt.mokiniai.exchange.http.RefusalWriter;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.texts.Messages;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the services: it knows whose message comes, by its header, and refuses what would not have been received
 * or read. While nothing is rehearsed it reads nothing.
 */
final class RehearsalFilter extends OncePerRequestFilter {

    private final Rehearsals rehearsals;
    private final List<RefusalWriter> writers;

    RehearsalFilter(Rehearsals rehearsals, List<RefusalWriter> writers) {
        this.rehearsals = rehearsals;
        this.writers = writers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<XRoadId> client =
                rehearsals.all().isEmpty() ? Optional.empty() : SentClient.of(ReceivedRequest.bytesOf(request));
        Optional<ExchangeError> unread = client.flatMap(known -> rehearsals.take(known, Place.RECEIPT));
        if (unread.isPresent()) {
            refuse(unread.get(), request, response);
            return;
        }
        Optional<XRoadId> before = CurrentClient.replace(client);
        try {
            chain.doFilter(request, response);
        } finally {
            CurrentClient.replace(before);
        }
    }

    /** By the one who tells true refusals of the kind. */
    private void refuse(ExchangeError error, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ExchangeException refusal = ExchangeException.of(error).naming(Messages.text("sandbox.injected"));
        writers.stream()
                .filter(writer -> writer.serves(request))
                .findFirst()
                .orElseThrow()
                .write(refusal, response);
    }
}
