package lt.mokiniai.exchange.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.exchange.http.connection.Connections;
import lt.mokiniai.exchange.http.transfer.Receiving;
import lt.mokiniai.exchange.http.transfer.Sending;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.FailureText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;

/**
 * Stands before everything else: a request goes on when its body is whole, and its answer is sent when it is whole. In
 * between it has a thread, and at no other time.
 */
final class NonBlockingFilter implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(NonBlockingFilter.class);
    private static final byte[] NOTHING = {};
    private static final String RETRY_AFTER_SECONDS = "5";

    private final Traffic traffic;
    private final BodyLimit limit;
    private final List<RefusalWriter> writers;
    private final PublicAddress address;
    private final String errorPage;

    NonBlockingFilter(
            Traffic traffic, BodyLimit limit, List<RefusalWriter> writers, PublicAddress address, String errorPage) {
        this.traffic = traffic;
        this.limit = limit;
        this.writers = writers;
        this.address = address;
        this.errorPage = errorPage;
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        Optional<Receiving> received = Receiving.of(request);
        if (received.isEmpty() && request.getDispatcherType() == DispatcherType.REQUEST && hasBody(request)) {
            Receiving.begin(request, response, traffic.receiving(), limit.bytes());
        } else {
            answer(request, response, received, chain);
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, Optional<Receiving> received, FilterChain chain)
            throws IOException {
        BufferedResponse answer = new BufferedResponse(response, errorPage);
        try {
            Optional<ExchangeException> refusal = received.flatMap(Receiving::refusal);
            if (refusal.isPresent()) {
                refuse(request, answer, refusal.get());
            } else {
                chain.doFilter(
                        new ReceivedRequest(
                                request, received.map(Receiving::bytes).orElse(NOTHING), address.of(request)),
                        answer);
            }
            answer.tellError(request);
        } catch (IOException | ServletException | RuntimeException failure) {
            LOG.error("a request failed: {}", FailureText.of(failure));
            response.reset();
            answer.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            tellFailure(request, answer);
        } finally {
            received.ifPresent(Receiving::giveBack);
        }
        if (received.isPresent() && received.get().isCutOff()) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        int size = answer.getContentSize();
        if (size > 0 || answer.getStatus() == HttpServletResponse.SC_OK) {
            response.setContentLength(size);
        }
        Runnable abort = Connections.aborting();
        Sending.begin(request, response, answer.getContentInputStream(), size, traffic.sending(), () -> {
            traffic.countUnread();
            abort.run();
        });
    }

    private static void tellFailure(HttpServletRequest request, BufferedResponse answer) {
        try {
            answer.tellError(request);
        } catch (IOException | ServletException | RuntimeException noPage) {
            LOG.error("an error page failed: {}", FailureText.of(noPage));
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, ExchangeException refusal)
            throws IOException {
        traffic.count(refusal.error());
        Optional<RefusalWriter> writer =
                writers.stream().filter(one -> one.serves(request)).findFirst();
        if (writer.isPresent()) {
            writer.get().write(refusal, response);
        } else {
            tell(refusal, response);
        }
    }

    private static void tell(ExchangeException refusal, HttpServletResponse response) throws IOException {
        boolean isTooSlow = refusal.error() == ExchangeError.TOO_SLOW;
        response.setStatus(
                isTooSlow ? HttpServletResponse.SC_REQUEST_TIMEOUT : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        if (!isTooSlow) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        response.setContentType("text/plain;charset=utf-8");
        String code = refusal.error().code();
        response.getOutputStream()
                .write("%s %s\n%s %s\n"
                        .formatted(code, refusal.messageLt(), code, refusal.messageEn())
                        .getBytes(StandardCharsets.UTF_8));
    }
}
