package lt.mokiniai.exchange.pipeline;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import lt.mokiniai.contract.active.ActiveContracts;
import lt.mokiniai.contract.model.Admission;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.contract.model.Party;
import lt.mokiniai.exchange.capacity.Capacity;
import lt.mokiniai.exchange.evidence.MessageLog;
import lt.mokiniai.exchange.evidence.MessageLog.Standing;
import lt.mokiniai.exchange.keys.Pseudonyms;
import lt.mokiniai.exchange.parsing.EnvelopeReader;
import lt.mokiniai.exchange.parsing.ParsingBudget;
import lt.mokiniai.exchange.parsing.ParsingBudget.Reservation;
import lt.mokiniai.exchange.security.MessageSigner;
import lt.mokiniai.exchange.security.MessageVerifier;
import lt.mokiniai.exchange.security.VerifiedMessage;
import lt.mokiniai.kernel.ExchangeError;
import lt.mokiniai.kernel.ExchangeException;
import lt.mokiniai.kernel.Scope;
import lt.mokiniai.platform.database.ExchangeTransactions;
import lt.mokiniai.platform.trust.RegisterKeys;
import lt.mokiniai.wsdl.types.Receipt;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.w3c.dom.Document;

/**
 * The entry point of signed messages: every signed message comes in and goes out here. {@link #answer} lists the checks in their order.
 * The work of an exchange and its row in the log are one transaction; a refused exchange is undone, and its row is
 * written on its own.
 */
@Component
class MessageProcessor extends OncePerRequestFilter {

    static final String XML = "text/xml;charset=utf-8";

    private final ParsingBudget budget;
    private final EnvelopeReader envelopes;
    private final MessageVerifier verifier;
    private final ActiveContracts contracts;
    private final Services services;
    private final CxfDispatch dispatch;
    private final MessageSigner signer;
    private final RegisterKeys keys;
    private final UsageAccounting metering;
    private final Pseudonyms pseudonyms;
    private final MessageLog log;
    private final ExchangeTransactions transactions;
    private final Clock clock;
    private final WireProperties properties;
    private final Overload overload;
    private final Capacity capacity;
    private final RefusalRows rows;

    MessageProcessor(
            ParsingBudget budget,
            EnvelopeReader envelopes,
            MessageVerifier verifier,
            ActiveContracts contracts,
            Services services,
            CxfDispatch dispatch,
            MessageSigner signer,
            RegisterKeys keys,
            UsageAccounting metering,
            Pseudonyms pseudonyms,
            MessageLog log,
            ExchangeTransactions transactions,
            @Qualifier("registerClock") Clock clock,
            WireProperties properties,
            Overload overload,
            Capacity capacity,
            RefusalRows rows) {
        this.budget = budget;
        this.envelopes = envelopes;
        this.verifier = verifier;
        this.contracts = contracts;
        this.services = services;
        this.dispatch = dispatch;
        this.signer = signer;
        this.keys = keys;
        this.metering = metering;
        this.pseudonyms = pseudonyms;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
        this.properties = properties;
        this.overload = overload;
        this.capacity = capacity;
        this.rows = rows;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain cxf)
            throws IOException {
        if (PublicWsdl.isAskedFor(request)) {
            PublicWsdl.publish(request, response, cxf);
            return;
        }
        RawRequest question = RawRequest.of(request);
        Optional<Reservation> room = budget.reserve(question.bytes().length);
        if (room.isEmpty()) {
            overload.refuse(response);
            return;
        }
        Told told;
        try {
            told = told(
                    question,
                    (exchange, scope) -> dispatch.answer(
                            exchange.message().envelope(), scope, exchange.connection(), request, response, cxf));
        } finally {
            room.get().close();
        }
        // Whoever reads slowly holds the answer alone.
        send(response, told);
    }

    /** What an exchange came to, whatever happens in it. */
    private Told told(RawRequest question, BiFunction<Exchange, Scope, Document> work) {
        Exchange exchange = new Exchange(question, UUID.randomUUID().toString());
        try {
            exchange.begin(log.begin(exchange.receipt(), clock.instant(), question.bytes()));
            return Told.answer(answer(exchange, scope -> work.apply(exchange, scope)));
        } catch (Throwable failure) {
            return refuse(exchange, failure);
        }
    }

    /**
     * The checks of one exchange, in their order (docs/architecture.md, 'One getStudent, from the socket and back'). Each throws the refusal that answers it. The
     * transaction of the work begins when the signature is known to be good.
     */
    private byte[] answer(Exchange exchange, Function<Scope, Document> work) {
        RawRequest question = exchange.question();
        question.checkTransport(properties.limits().bytes());
        ContractSet set = exchange.under(contracts.current());
        VerifiedMessage message = exchange.verified(verifier.verify(envelopes.read(question.bytes())));
        Party party = exchange.signedBy(set.partyOf(message.signer()));
        // Nothing is done, counted or delivered that cannot be signed afterwards.
        keys.signing(exchange.answerAlgorithm());
        XRoadHeaders headers = exchange.calledBy(XRoadHeaders.read(message.header(), properties.registerId()));
        set.checkClient(party, headers.caller());
        Operation operation = exchange.asked(services.match(question, headers, message.request()));
        Judgement judgement = operation.published().isGrantable()
                ? Judgement.of(() -> set.admit(
                        party,
                        headers.caller(),
                        operation.published().name(),
                        exchange.entry().receivedAt()))
                : Judgement.none();
        return capacity.exchanges()
                .having(
                        party.code(),
                        judgement.kind(),
                        () -> transactions.within(exchange.age(), () -> worked(exchange, operation, judgement, work)));
    }

    /** The checks behind a connection to the database, in their order. */
    private byte[] worked(Exchange exchange, Operation operation, Judgement judgement, Function<Scope, Document> work) {
        VerifiedMessage message = exchange.message();
        log.open(exchange.entry());
        if (!operation.published().isGrantable()) {
            operation.check().check(message.request());
            ResponseEnvelope answer = ResponseEnvelope.of(work.apply(Scope.none()));
            services.filterOf(operation.published(), exchange.edition()).narrow(answer.content());
            return closed(exchange, answer, Scope.none(), Optional.empty());
        }
        Admission admission = exchange.admitted(judgement.admission());
        operation.check().check(message.request());
        admission.requestFilter().check(message.request(), exchange.entry().receivedAt());
        metering.message(admission);
        Scope scope = admission.newScope(pseudonyms.under(admission.contract().id()));
        ResponseEnvelope answer = ResponseEnvelope.of(work.apply(scope));
        admission.narrow(answer.content(), scope);
        metering.students(admission, exchange.receipt(), scope);
        return closed(exchange, answer, scope, Optional.of(admission));
    }

    /** Signs an answer, with its receipt where a contract allowed it, and closes the row in the log with it. */
    private byte[] closed(Exchange exchange, ResponseEnvelope answer, Scope scope, Optional<Admission> admission) {
        byte[] bytes = signed(exchange, answer, admission.map(under -> exchange.receiptOf(under, scope)));
        log.answered(exchange.entry(), scope.students(), bytes);
        return exchange.answered(bytes);
    }

    /**
     * A refusal is signed where the sender is known, and logged; what was begun is already undone. Where the log knows
     * better, since the work was committed and only the word of it was lost, the answer is sent after all.
     */
    private Told refuse(Exchange exchange, Throwable failure) {
        ExchangeException refusal = ExceptionMapper.refusal(failure, exchange.receipt());
        byte[] fault = fault(exchange, refusal);
        if (!exchange.isBegun()) {
            return Told.fault(refusal.error(), fault);
        }
        try {
            return rows.write(exchange, refusal, fault) == Standing.ANSWERED
                    ? Told.answer(exchange.answer())
                    : Told.fault(refusal.error(), fault);
        } catch (Throwable notLogged) {
            // What cannot be logged is not told: the sender learns only that it may try again.
            ExchangeException unsettled = ExceptionMapper.unsettled(notLogged, exchange.receipt());
            return Told.fault(unsettled.error(), fault(exchange, unsettled));
        }
    }

    private byte[] fault(Exchange exchange, ExchangeException refusal) {
        if (exchange.isVerified()) {
            try {
                return signed(exchange, refusing(exchange, refusal), Optional.empty());
            } catch (Throwable notSigned) {
                // An unsigned fault tells nothing; what matters is that it is given, and logged.
                ExceptionMapper.refusal(notSigned, exchange.receipt());
            }
        }
        return refusing(exchange, refusal).bytes();
    }

    private ResponseEnvelope refusing(Exchange exchange, ExchangeException refusal) {
        return ResponseEnvelope.refusing(refusal, exchange.receipt())
                .detailedThrough(services.filterOf("fault", exchange.edition()));
    }

    private byte[] signed(Exchange exchange, ResponseEnvelope answer, Optional<Receipt> receipt) {
        VerifiedMessage message = exchange.message();
        answer.repeating(message.header()).hashing(exchange.question().bytes());
        receipt.ifPresent(told -> answer.receipting(told, services.filterOf("receipt", exchange.edition())));
        signer.sign(answer.document(), keys.signing(exchange.answerAlgorithm()), message.signatureValues());
        return answer.bytes();
    }

    private void send(HttpServletResponse response, Told told) throws IOException {
        response.setStatus(told.status());
        response.setContentType(XML);
        if (told.isOverloaded()) {
            overload.sayWhen(response);
        }
        response.setContentLength(told.bytes().length);
        response.getOutputStream().write(told.bytes());
    }

    /** What goes out. */
    private record Told(int status, boolean isOverloaded, byte[] bytes) {

        static Told answer(byte[] bytes) {
            return new Told(HttpServletResponse.SC_OK, false, bytes);
        }

        static Told fault(ExchangeError error, byte[] bytes) {
            return new Told(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, error == ExchangeError.OVERLOADED, bytes);
        }
    }
}
