package lt.mokiniai.exchange.pipeline;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import lt.mokiniai.contract.active.ActiveContracts;
import lt.mokiniai.contract.model.Admission;
import lt.mokiniai.exchange.capacity.Capacity;
import lt.mokiniai.exchange.capacity.Kind;
import lt.mokiniai.exchange.checks.Check;
import lt.mokiniai.exchange.checks.Checks;
import lt.mokiniai.exchange.checks.QuotaCheck;
import lt.mokiniai.exchange.checks.SignatureCheck;
import lt.mokiniai.exchange.checks.UsageAccounting;
import lt.mokiniai.exchange.evidence.MessageLog;
import lt.mokiniai.exchange.evidence.MessageLog.Standing;
import lt.mokiniai.exchange.keys.Pseudonyms;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.exchange.message.RawRequest;
import lt.mokiniai.exchange.parsing.ParsingBudget;
import lt.mokiniai.exchange.parsing.ParsingBudget.Reservation;
import lt.mokiniai.exchange.security.MessageSigner;
import lt.mokiniai.exchange.security.MessageVerifier;
import lt.mokiniai.exchange.security.VerifiedMessage;
import lt.mokiniai.kernel.ExchangeError;
import lt.mokiniai.kernel.ExchangeException;
import lt.mokiniai.kernel.Scope;
import lt.mokiniai.kernel.Stage;
import lt.mokiniai.platform.database.ExchangeTransactions;
import lt.mokiniai.platform.trust.RegisterKeys;
import lt.mokiniai.wsdl.types.Receipt;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.w3c.dom.Document;

/**
 * The entry point of signed messages: every signed message comes in and goes out here. The order of the checks is that of {@link Checks}.
 * The work of an exchange and its row in the log are one transaction; a refused exchange is undone, and its row is
 * written on its own.
 */
@Component
class MessageProcessor extends OncePerRequestFilter {

    static final String XML = "text/xml;charset=utf-8";

    private final ParsingBudget budget;
    /** Before a place at the database is taken. */
    private final Checks checksOfSender;
    /** In the transaction of the work. */
    private final Checks checksOfWork;

    private final MessageVerifier verifier;
    private final ActiveContracts contracts;
    private final Services services;
    private final CxfDispatch dispatch;
    private final MessageSigner signer;
    private final RegisterKeys keys;
    private final UsageAccounting usage;
    private final Pseudonyms pseudonyms;
    private final MessageLog log;
    private final ExchangeTransactions transactions;
    private final Clock clock;
    private final Overload overload;
    private final Capacity capacity;
    private final RefusalRows rows;

    MessageProcessor(
            ParsingBudget budget,
            Checks checks,
            MessageVerifier verifier,
            ActiveContracts contracts,
            Services services,
            CxfDispatch dispatch,
            MessageSigner signer,
            RegisterKeys keys,
            UsageAccounting usage,
            Pseudonyms pseudonyms,
            MessageLog log,
            ExchangeTransactions transactions,
            @Qualifier("registerClock") Clock clock,
            Overload overload,
            Capacity capacity,
            RefusalRows rows) {
        this.budget = budget;
        this.checksOfSender = checks.before(Stage.REPLAY);
        this.checksOfWork = checks.with(new QuotaCheck(usage::take)).from(Stage.REPLAY);
        this.verifier = verifier;
        this.contracts = contracts;
        this.services = services;
        this.dispatch = dispatch;
        this.signer = signer;
        this.keys = keys;
        this.usage = usage;
        this.pseudonyms = pseudonyms;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
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
        Instant now = clock.instant();
        CheckedMessage message = new CheckedMessage(question, contracts.current(), now);
        Exchange exchange = new Exchange(message, UUID.randomUUID().toString());
        try {
            exchange.begin(log.begin(exchange.receipt(), now, question.bytes()));
            return Told.answer(answer(exchange, scope -> work.apply(exchange, scope)));
        } catch (Throwable failure) {
            return refuse(exchange, failure);
        }
    }

    /**
     * Runs the checks of one exchange, and the work. Each check throws the refusal that answers the message. The transaction
     * of the work begins when the signature is known to be good.
     */
    private byte[] answer(Exchange exchange, Function<Scope, Document> work) {
        CheckedMessage message = exchange.checked();
        checksOfSender.with(new SignatureCheck(verifier, exchange::verified)).run(message);
        return capacity.exchanges()
                .having(
                        message.party().orElseThrow().code(),
                        message.judgement().isOfAList() ? Kind.LIST : Kind.SINGLE,
                        () -> transactions.within(exchange.age(), () -> {
                            checksOfWork.with(new ReplayCheck(log, exchange)).run(message);
                            return worked(exchange, work);
                        }));
    }

    /** Opens the row of the exchange, which no two messages of one party and id can. */
    private record ReplayCheck(MessageLog log, Exchange exchange) implements Check {

        @Override
        public Stage stage() {
            return Stage.REPLAY;
        }

        @Override
        public void check(CheckedMessage message) {
            log.open(exchange.entry());
        }
    }

    /** Answers a message that passed every check before its work: within its scope, through its filter, counted. */
    private byte[] worked(Exchange exchange, Function<Scope, Document> work) {
        Optional<Admission> admitted = exchange.checked().admission();
        Scope scope = admitted.map(admission ->
                        admission.newScope(pseudonyms.under(admission.contract().id())))
                .orElseGet(Scope::none);
        ResponseEnvelope answer = ResponseEnvelope.of(work.apply(scope));
        admitted.ifPresentOrElse(
                admission -> admission.narrow(answer.content(), scope),
                () -> services.filterOf(exchange.checked().operation().orElseThrow(), exchange.edition())
                        .narrow(answer.content()));
        admitted.ifPresent(admission -> usage.students(admission, exchange.receipt(), scope));
        byte[] bytes = signed(exchange, answer, admitted.map(admission -> exchange.receiptOf(admission, scope)));
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
        answer.repeating(message.header()).hashing(exchange.checked().raw().bytes());
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
