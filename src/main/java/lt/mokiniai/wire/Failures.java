package lt.mokiniai.wire;

import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lt.mokiniai.kernel.ExchangeError;
import lt.mokiniai.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Turns whatever went wrong into a refusal of the catalogue, so that nothing internal leaves (messages.md, 'Faults'). */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private static final String OURS = "lt.mokiniai.";
    private static final int MOST_CAUSES = 5;
    private static final int MOST_FRAMES = 4;

    private Failures() {}

    /** Gives the refusal that answers a failure, and tells the operator what a caller must not learn. */
    static Refusal refusal(Throwable failure, String receipt) {
        Refusal refusal = causes(failure)
                .filter(Refusal.class::isInstance)
                .map(Refusal.class::cast)
                .findFirst()
                .orElseGet(() -> Refusal.of(
                                causes(failure).anyMatch(Failures::isDatabaseAway)
                                        ? ExchangeError.DATABASE
                                        : ExchangeError.INTERNAL)
                        .naming(receipt));
        if (isFailure(refusal)) {
            LOG.error("exchange {} failed: {}", receipt, withoutTexts(failure));
        }
        return refusal;
    }

    /** Tells the operator of a refusal that stands in the message log; a failure was told when it was met. */
    static void tell(Refusal refusal, String receipt) {
        if (!isFailure(refusal)) {
            LOG.info("exchange {} refused: {}", receipt, refusal.error().code());
        }
    }

    private static boolean isFailure(Refusal refusal) {
        return refusal.error() == ExchangeError.INTERNAL || refusal.error() == ExchangeError.DATABASE;
    }

    private static boolean isDatabaseAway(Throwable cause) {
        return cause instanceof CannotCreateTransactionException
                || cause instanceof TransientDataAccessException
                || cause instanceof SQLTransientException
                || cause instanceof SQLRecoverableException
                || cause instanceof SQLNonTransientConnectionException;
    }

    /**
     * Exceptions and the frames they came from, as one line, but no exception's text: it may repeat personal data. Of each
     * the first frames and the first of ours, for a stack that overflowed has a thousand.
     */
    private static String withoutTexts(Throwable failure) {
        return causes(failure)
                .limit(MOST_CAUSES)
                .map(cause -> cause.getClass().getName() + frames(cause.getStackTrace()))
                .collect(Collectors.joining("; caused by "));
    }

    private static String frames(StackTraceElement[] stack) {
        return IntStream.range(0, stack.length)
                .filter(i -> i < MOST_FRAMES || stack[i].getClassName().startsWith(OURS))
                .limit(2 * MOST_FRAMES)
                .mapToObj(i -> " at " + stack[i])
                .collect(Collectors.joining());
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
