package lt.mokiniai.exchange.pipeline;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lt.mokiniai.contract.active.ActiveContracts;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.contract.model.DryRun;
import lt.mokiniai.contract.model.Party;
import lt.mokiniai.exchange.parsing.EnvelopeReader;
import lt.mokiniai.exchange.parsing.ParsingBudget;
import lt.mokiniai.exchange.parsing.ParsingBudget.Reservation;
import lt.mokiniai.exchange.quota.GrantId;
import lt.mokiniai.exchange.quota.Quotas;
import lt.mokiniai.exchange.quota.RemainingQuota;
import lt.mokiniai.exchange.security.MessageVerifier;
import lt.mokiniai.exchange.security.SeenSignature;
import lt.mokiniai.exchange.security.VerifiedMessage;
import lt.mokiniai.kernel.ExchangeError;
import lt.mokiniai.kernel.ExchangeException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;

/**
 * Looks at a message as the service would, check by check, and tells where it stops and what was seen of it. Nothing is
 * answered, counted or logged. It tells whoever asks what contracts say of others, so only a sandbox has it.
 */
@Component
@ConditionalOnBooleanProperty("mokiniai.sandbox.enabled")
public class MessageDiagnosis {

    /** What the service asks before the rules of {@link DryRun}, in this order. */
    private enum Gate {
        TRANSPORT,
        MESSAGE,
        SIGNATURE,
        CERTIFICATE,
        PARTY,
        XROAD
    }

    /** A gate, and how it refuses where it does. */
    public record Check(String name, Optional<ExchangeException> refusal, boolean isReached) {}

    /**
     * What was found.
     *
     * @param checks every gate, in the order of the service
     * @param seen what can be seen of the signature; nothing where the message is no XML
     * @param certificate what is wrong with the certificate that was seen; nothing where it is good or there is none
     * @param now the time by which the message was judged
     */
    public record Finding(
            List<Check> checks, Optional<SeenSignature> seen, Optional<ExchangeException> certificate, Instant now) {}

    private final ParsingBudget budget;
    private final EnvelopeReader envelopes;
    private final MessageVerifier verifier;
    private final ActiveContracts contracts;
    private final Services services;
    private final Quotas quotas;
    private final WireProperties properties;
    private final Clock clock;

    MessageDiagnosis(
            ParsingBudget budget,
            EnvelopeReader envelopes,
            MessageVerifier verifier,
            ActiveContracts contracts,
            Services services,
            Quotas quotas,
            WireProperties properties,
            @Qualifier("registerClock") Clock clock) {
        this.budget = budget;
        this.envelopes = envelopes;
        this.verifier = verifier;
        this.contracts = contracts;
        this.services = services;
        this.quotas = quotas;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Examines what was sent.
     *
     * @param path the path below {@code /services} that it would be sent to, or an empty text
     * @throws ExchangeException {@code MR-9xx} when it cannot be examined now; that says nothing of the message
     */
    public Finding of(HttpServletRequest request, String path) {
        RawRequest sent = RawRequest.of(request);
        RawRequest question = new RawRequest(
                sent.method(), path, sent.contentType(), sent.contentEncoding(), sent.soapAction(), sent.bytes());
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
        List<Check> checks = new ArrayList<>();
        Optional<ExchangeException> refusal = refusalOf(() -> pass(question, checks));
        refusal.ifPresent(refused -> stop(checks, refused));
        Optional<SeenSignature> seen = seen(question);
        return new Finding(
                List.copyOf(checks),
                seen,
                seen.flatMap(SeenSignature::certificate)
                        .flatMap(certificate -> refusalOf(() -> verifier.requireGood(certificate))),
                verifier.now());
    }

    private void pass(RawRequest question, List<Check> checks) {
        question.checkTransport(properties.limits().bytes());
        passed(checks, Gate.TRANSPORT);
        VerifiedMessage message = verifier.verify(envelopes.read(question.bytes()));
        passed(checks, Gate.MESSAGE, Gate.SIGNATURE, Gate.CERTIFICATE);
        ContractSet set = contracts.current();
        Party party = set.partyOf(message.signer());
        passed(checks, Gate.PARTY);
        XRoadHeaders headers = XRoadHeaders.read(message.header(), properties.registerId());
        passed(checks, Gate.XROAD);
        DryRun.Outcome outcome = DryRun.of(
                set,
                party,
                headers.caller(),
                clock.instant(),
                message.request(),
                () -> (question.path().isEmpty()
                                ? services.match(question.soapAction(), headers, message.request())
                                : services.match(question, headers, message.request()))
                        .published(),
                services::checkOf);
        outcome.steps()
                .forEach(step -> checks.add(
                        new Check(step.rule().name(), step.refusal(), step.result() != DryRun.Result.NOT_REACHED)));
        checks.add(new Check("QUOTA", outcome.isAllowed() ? spent(outcome) : Optional.empty(), outcome.isAllowed()));
    }

    private Optional<ExchangeException> spent(DryRun.Outcome outcome) {
        return outcome.contract()
                .flatMap(contract -> outcome.grant().flatMap(grant -> {
                    GrantId id = new GrantId(contract.id(), grant.name());
                    RemainingQuota left = quotas.left(id, grant.quota());
                    return left.refusal(id);
                }));
    }

    /** Says which gate refused; those of the message, the signature and the certificate are passed in one. */
    private static void stop(List<Check> checks, ExchangeException refused) {
        Gate at = checks.size() == 1 ? ofVerification(refused.error()) : Gate.values()[checks.size()];
        for (Gate gate : List.of(Gate.values()).subList(checks.size(), Gate.values().length)) {
            boolean isHere = gate == at;
            checks.add(
                    new Check(gate.name(), isHere ? Optional.of(refused) : Optional.empty(), gate.compareTo(at) <= 0));
        }
        for (DryRun.Rule rule : DryRun.Rule.values()) {
            checks.add(new Check(rule.name(), Optional.empty(), false));
        }
        checks.add(new Check("QUOTA", Optional.empty(), false));
    }

    private static Gate ofVerification(ExchangeError error) {
        return switch (error) {
            case NOT_XML, NOT_SOAP, LIMIT, FOREIGN_HEADER -> Gate.MESSAGE;
            case CERTIFICATE_NOT_TRUSTED, CERTIFICATE_REVOKED, CERTIFICATE_EXPIRED, REVOCATION_UNKNOWN ->
                Gate.CERTIFICATE;
            default -> Gate.SIGNATURE;
        };
    }

    private Optional<SeenSignature> seen(RawRequest question) {
        if (question.bytes().length > properties.limits().bytes()) {
            return Optional.empty();
        }
        try {
            Document document = envelopes.read(question.bytes());
            return Optional.of(verifier.see(document));
        } catch (ExchangeException noXml) {
            return Optional.empty();
        }
    }

    private static void passed(List<Check> checks, Gate... gates) {
        for (Gate gate : gates) {
            checks.add(new Check(gate.name(), Optional.empty(), true));
        }
    }

    private static Optional<ExchangeException> refusalOf(Runnable gates) {
        try {
            gates.run();
            return Optional.empty();
        } catch (ExchangeException refused) {
            return Optional.of(refused);
        }
    }
}
