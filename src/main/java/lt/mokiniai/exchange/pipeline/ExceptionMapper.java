package lt.mokiniai.exchange.pipeline;

import java.util.Optional;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.FailureText;
import lt.mokiniai.platform.database.Causes;
import lt.mokiniai.platform.database.Diagnosis;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever went wrong into a refusal of the catalogue, so that nothing internal leaves (docs/security.md, D10). */
public final class ExceptionMapper {

    private static final Logger LOG = LoggerFactory.getLogger(ExceptionMapper.class);

    private ExceptionMapper() {}

    /** Gives the refusal that answers a failure, and tells the operator what a caller must not learn. */
    public static ExchangeException refusal(Throwable failure, String receipt) {
        Optional<ExchangeException> refused = Causes.of(failure)
                .filter(ExchangeException.class::isInstance)
                .map(ExchangeException.class::cast)
                .findFirst();
        Optional<Diagnosis> ofDatabase = refused.isPresent() ? Optional.empty() : Diagnosis.of(failure);
        ExchangeException refusal = refused.orElseGet(
                () -> ExchangeException.of(ofDatabase.isPresent() ? ExchangeError.DATABASE : ExchangeError.INTERNAL)
                        .naming(receipt));
        if (isFailure(refusal)) {
            String why = ofDatabase.map(Diagnosis::toString).orElse("a mistake of ours");
            LOG.error("exchange {} failed, {}: {}: {}", receipt, refusal.error().code(), why, FailureText.of(failure));
        }
        return refusal;
    }

    /** Tells the operator of a refusal that stands in the message log; a failure was told when it was met. */
    static void tell(ExchangeException refusal, String receipt) {
        if (!isFailure(refusal)) {
            LOG.info("exchange {} refused: {}", receipt, refusal.error().code());
        }
    }

    /** Gives the refusal of an exchange of which not even the refusal can be logged, nor found out what it came to. */
    static ExchangeException unsettled(Throwable failure, String receipt) {
        LOG.error(
                "exchange {} has no row that could be written or looked at; if one is found later that says ANSWERED, its"
                        + " answer was not sent",
                receipt);
        return refusal(failure, receipt);
    }

    /** Tells the operator that an exchange was answered after all. */
    static void committed(String receipt) {
        LOG.warn("exchange {} is answered: its commit was made, and only the word of it was lost", receipt);
    }

    private static boolean isFailure(ExchangeException refusal) {
        return refusal.error() == ExchangeError.INTERNAL || refusal.error() == ExchangeError.DATABASE;
    }
}
