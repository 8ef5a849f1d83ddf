package lt.mokiniai.exchange.entry;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import lt.mokiniai.exchange.evidence.MessageLog;
import lt.mokiniai.exchange.pipeline.ExchangeProperties;
import lt.mokiniai.exchange.pipeline.ResponseEnvelope;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Refuses at once a message for which the register has no room: {@code MR-903}, unsigned, with the HTTP header {@code
 * Retry-After} (RFC 9110, section 10.2.3). Nothing of the message is read, and no row of the log is written but a count: what is
 * refused because there is too much of it must cost next to nothing. The service log counts such refusals, one line in
 * ten seconds at the most.
 */
@Component
public class Overload {

    private static final Logger LOG = LoggerFactory.getLogger(Overload.class);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final MessageLog log;
    private final String retryAfter;
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong nextLine = new AtomicLong(System.nanoTime());

    Overload(ExchangeProperties properties, MessageLog log) {
        this.log = log;
        this.retryAfter = String.valueOf(properties.retryAfter().toSeconds());
    }

    /** Tells by a whole fault that the message was not taken; the response must not be committed yet. */
    public void refuse(HttpServletResponse response) throws IOException {
        byte[] fault = fault();
        response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        response.setContentType(SignedEntryPoint.XML);
        sayWhen(response);
        response.setContentLength(fault.length);
        response.getOutputStream().write(fault);
    }

    /** The fault's envelope, for whoever writes the response in another way; it counts as one refusal. */
    public byte[] fault() {
        count();
        return ResponseEnvelope.refusing(
                        ExchangeException.of(ExchangeError.OVERLOADED),
                        UUID.randomUUID().toString())
                .bytes();
    }

    /** Says by {@code Retry-After} when to send the same message again. */
    public void sayWhen(HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, retryAfter);
    }

    private void count() {
        log.refusedWithoutARow(ExchangeError.OVERLOADED);
        refused.incrementAndGet();
        long now = System.nanoTime();
        long next = nextLine.get();
        if (now - next >= 0 && nextLine.compareAndSet(next, now + BETWEEN_LINES.toNanos())) {
            LOG.warn("{} messages were refused with MR-903 since this was last said", refused.getAndSet(0));
        }
    }
}
