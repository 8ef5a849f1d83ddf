package lt.mokiniai.exchange.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import lt.mokiniai.exchange.checks.Checks;
import lt.mokiniai.exchange.checks.Outcome;
import lt.mokiniai.exchange.message.RawRequest;
import lt.mokiniai.exchange.parsing.EnvelopeReader;
import lt.mokiniai.exchange.parsing.ParsingBudget;
import lt.mokiniai.exchange.parsing.ParsingBudget.Reservation;
import lt.mokiniai.exchange.pipeline.ExceptionMapper;
import lt.mokiniai.exchange.pipeline.IncomingMessages;
import lt.mokiniai.exchange.security.MessageVerifier;
import lt.mokiniai.exchange.security.SeenSignature;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.trust.CertificateValidator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Looks at a message as the service would, check by check, and tells where it stops and what was seen of it. Nothing is
 * answered, counted or logged. It tells whoever asks what contracts say of others, so only a sandbox has it.
 */
@Component
@ConditionalOnBooleanProperty("mokiniai.sandbox.enabled")
public class MessageDiagnosis {

    /**
     * What was found.
     *
     * @param outcome what each check said
     * @param seen what can be seen of the signature; nothing where the message is no XML
     * @param certificate what is wrong with the certificate that was seen; nothing where it is good or there is none
     * @param now the time by which the message was judged
     */
    public record Finding(
            Outcome outcome, Optional<SeenSignature> seen, Optional<ExchangeException> certificate, Instant now) {}

    private final ParsingBudget budget;
    private final EnvelopeReader envelopes;
    private final MessageVerifier verifier;
    private final CertificateValidator certificates;
    private final IncomingMessages messages;
    private final Checks checks;

    MessageDiagnosis(
            ParsingBudget budget,
            EnvelopeReader envelopes,
            MessageVerifier verifier,
            CertificateValidator certificates,
            IncomingMessages messages,
            Checks checks) {
        this.budget = budget;
        this.envelopes = envelopes;
        this.verifier = verifier;
        this.certificates = certificates;
        this.messages = messages;
        this.checks = checks;
    }

    /**
     * Examines what was sent.
     *
     * @param path the path below {@code /services} that it would be sent to, or an empty text
     * @throws ExchangeException {@code MR-9xx} when it cannot be examined now; that says nothing of the message
     */
    public Finding of(HttpServletRequest request, String path) {
        RawRequest question = RawRequest.of(request).to(Optional.of(path).filter(address -> !address.isEmpty()));
        Reservation room = budget.reserve(question.bytes().length)
                .orElseThrow(() -> ExchangeException.of(ExchangeError.OVERLOADED));
        try {
            return found(question);
        } catch (Throwable failure) {
            throw ExceptionMapper.refusal(failure, UUID.randomUUID().toString());
        } finally {
            room.close();
        }
    }

    private Finding found(RawRequest question) {
        Outcome outcome = checks.report(messages.received(question));
        Optional<SeenSignature> seen = seen(question);
        return new Finding(
                outcome,
                seen,
                seen.flatMap(SeenSignature::certificate)
                        .flatMap(certificate -> refusalOf(() -> certificates.requireGood(certificate))),
                verifier.now());
    }

    private Optional<SeenSignature> seen(RawRequest question) {
        try {
            return Optional.of(verifier.see(envelopes.read(question.bytes())));
        } catch (ExchangeException noXml) {
            return Optional.empty();
        }
    }

    private static Optional<ExchangeException> refusalOf(Runnable check) {
        try {
            check.run();
            return Optional.empty();
        } catch (ExchangeException refused) {
            return Optional.of(refused);
        }
    }
}
