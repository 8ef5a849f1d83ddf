package lt.mokiniai.exchange.pipeline;

import java.util.Optional;
import java.util.UUID;
import lt.mokiniai.exchange.checks.Check;
import lt.mokiniai.exchange.checks.Checks;
import lt.mokiniai.exchange.checks.QuotaCheck;
import lt.mokiniai.exchange.evidence.MessageLog;
import lt.mokiniai.exchange.evidence.MessageLog.Standing;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.exchange.message.RawRequest;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.Stage;
import lt.mokiniai.kernel.scope.Scope;
import org.springframework.stereotype.Component;

/**
 * Processes every message, whichever entry point it came by. The order of the checks is that of {@link Checks}. The work
 * of an exchange and its row in the log are one transaction, unless it is done in parts ({@link WorkInParts}); a refused
 * exchange is undone, and its row is written on its own.
 */
@Component
public class MessageProcessor {

    private final IncomingMessages messages;
    /** Before a place at the database is taken. */
    private final Checks checksOfSender;
    /** In the transaction of the work. */
    private final Checks checksOfWork;

    private final Answers answers;
    private final DatabaseWork database;
    private final WorkInParts parts;
    private final MessageLog log;
    private final RefusalRows rows;

    MessageProcessor(
            IncomingMessages messages,
            Checks checks,
            Answers answers,
            DatabaseWork database,
            WorkInParts parts,
            MessageLog log,
            RefusalRows rows) {
        this.messages = messages;
        this.checksOfSender = checks.before(Stage.REPLAY);
        this.checksOfWork = checks.with(new QuotaCheck(answers::take)).from(Stage.REPLAY);
        this.answers = answers;
        this.database = database;
        this.parts = parts;
        this.log = log;
        this.rows = rows;
    }

    /**
     * What goes out.
     *
     * @param refusedWith the fault; nothing where it is an answer
     * @param bytes the envelope
     */
    public record Reply(Optional<ExchangeError> refusedWith, byte[] bytes) {}

    /** Answers a message, or refuses it; it throws nothing. */
    public Reply process(RawRequest raw, Channel channel) {
        Exchange exchange =
                new Exchange(messages.received(raw), UUID.randomUUID().toString());
        try {
            exchange.begin(log.begin(exchange.receipt(), exchange.checked().receivedAt(), raw.bytes()));
            return new Reply(Optional.empty(), answer(exchange, channel));
        } catch (Throwable failure) {
            return refuse(exchange, failure, channel);
        }
    }

    /**
     * Runs the checks of one exchange, and the work. Each check throws the refusal that answers the message. The transaction
     * of the work begins when the sender is known.
     */
    private byte[] answer(Exchange exchange, Channel channel) {
        CheckedMessage message = exchange.checked();
        checksOfSender.with(channel.proof()).run(message);
        Checks ofWork = checksOfWork.with(new ReplayCheck(log, exchange));
        if (message.operation().orElseThrow().isInParts()) {
            return parts.answer(exchange, channel, ofWork::run);
        }
        return database.of(exchange, () -> {
            ofWork.run(message);
            Scope scope = exchange.within(answers.scopeOf(exchange));
            byte[] answer = sealed(answers.of(exchange, scope, channel), message, channel);
            log.answered(exchange.entry(), scope.students(), answer);
            return exchange.answered(answer);
        });
    }

    /** Accepts the message, as no two of one party and id can be. */
    private record ReplayCheck(MessageLog log, Exchange exchange) implements Check {

        @Override
        public Stage stage() {
            return Stage.REPLAY;
        }

        @Override
        public void check(CheckedMessage message) {
            log.accept(exchange.entry());
        }
    }

    /**
     * A refusal is sealed where the sender is known, and logged; what was begun is already undone. Where the log knows
     * better, since the work was committed and only the word of it was lost, the answer is sent after all. A refusal that
     * tells of students is counted with its row; where the quota has no room for them, it is that which is told.
     */
    private Reply refuse(Exchange exchange, Throwable failure, Channel channel) {
        ExchangeException refusal = ExceptionMapper.refusal(failure, exchange.receipt());
        if (exchange.isOpen()) {
            return interrupt(exchange, channel);
        }
        Reply fault = fault(exchange, refusal, channel);
        if (!exchange.isBegun()) {
            return fault;
        }
        try {
            return rows.write(exchange, refusal, fault.bytes()) == Standing.ANSWERED
                    ? new Reply(Optional.empty(), exchange.answer())
                    : fault;
        } catch (Throwable notLogged) {
            if (isOfStudents(notLogged)) {
                return refuse(exchange, notLogged, channel);
            }
            // What cannot be logged is not told: the sender learns only that it may try again.
            return fault(exchange, ExceptionMapper.unsettled(notLogged, exchange.receipt()), channel);
        }
    }

    /** What its parts did stands, so that it is not refused: its sender is told to go on by a new message. */
    private Reply interrupt(Exchange exchange, Channel channel) {
        Reply fault =
                fault(exchange, ExchangeException.of(ExchangeError.BROKEN_OFF).naming(exchange.receipt()), channel);
        try {
            return rows.interrupt(exchange, fault.bytes()) == Standing.ANSWERED
                    ? new Reply(Optional.empty(), exchange.answer())
                    : fault;
        } catch (Throwable notLogged) {
            return fault(exchange, ExceptionMapper.unsettled(notLogged, exchange.receipt()), channel);
        }
    }

    private static boolean isOfStudents(Throwable failure) {
        return failure instanceof ExchangeException refusal
                && refusal.error().stage().equals(Optional.of(Stage.STUDENTS));
    }

    private Reply fault(Exchange exchange, ExchangeException refusal, Channel channel) {
        return new Reply(Optional.of(refusal.error()), faultBytes(exchange, refusal, channel));
    }

    private byte[] faultBytes(Exchange exchange, ExchangeException refusal, Channel channel) {
        CheckedMessage message = exchange.checked();
        if (message.proof().isPresent()) {
            try {
                ResponseEnvelope fault = answers.refusing(exchange, refusal)
                        .repeating(message.header())
                        .hashing(message.raw().bytes());
                return sealed(fault, message, channel);
            } catch (Throwable notSealed) {
                // A fault that proves nothing tells nothing; what matters is that it is given, and logged.
                ExceptionMapper.refusal(notSealed, exchange.receipt());
            }
        }
        return answers.refusing(exchange, refusal).bytes();
    }

    /** Proves whose an answer or a fault is, and gives its bytes. */
    static byte[] sealed(ResponseEnvelope answer, CheckedMessage message, Channel channel) {
        channel.seal(answer.document(), message);
        return answer.bytes();
    }
}
