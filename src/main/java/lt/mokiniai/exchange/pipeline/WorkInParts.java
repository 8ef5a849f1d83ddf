package lt.mokiniai.exchange.pipeline;

import java.util.function.Consumer;
import java.util.function.Supplier;
import lt.mokiniai.exchange.evidence.parts.OpenExchanges;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Scope;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;

/**
 * The work of exchanges whose schema says that they do it in parts (docs/decisions/0049). The first transaction accepts the
 * message, runs the checks, counts the students and opens the row of the log; each part is one of its own; the last writes the
 * answer into that row.
 */
@Component
class WorkInParts {

    private final Answers answers;
    private final DatabaseWork database;
    private final OpenExchanges open;

    WorkInParts(Answers answers, DatabaseWork database, OpenExchanges open) {
        this.answers = answers;
        this.database = database;
        this.open = open;
    }

    /**
     * Gives the answer, with its row.
     *
     * @param checks those that belong to the work
     */
    byte[] answer(Exchange exchange, Channel channel, Consumer<CheckedMessage> checks) {
        CheckedMessage message = exchange.checked();
        return database.inParts(exchange, commit -> {
            checks.accept(message);
            Scope scope = exchange.within(answers.scopeOf(exchange));
            scope.inParts(new PartsOfExchange(exchange, scope, commit));
            Document given = channel.answer(message, scope);
            return database.part(exchange, () -> {
                byte[] answer = MessageProcessor.sealed(answers.of(exchange, scope, given), message, channel);
                open.answered(exchange.entry(), answer);
                return exchange.answered(answer);
            });
        });
    }

    /** The parts of one exchange. */
    private final class PartsOfExchange implements Scope.Parts {

        private final Exchange exchange;
        private final Scope scope;
        private final Runnable commit;

        private PartsOfExchange(Exchange exchange, Scope scope, Runnable commit) {
            this.exchange = exchange;
            this.scope = scope;
            this.commit = commit;
        }

        @Override
        public void begin() {
            answers.count(exchange, scope);
            open.open(exchange.entry(), scope.students());
            commit.run();
            exchange.open();
        }

        @Override
        public <T> T done(Supplier<T> part) {
            requireTime();
            return database.part(exchange, () -> held(part));
        }

        @Override
        public <T> T undone(Supplier<T> part) {
            requireTime();
            return database.undone(exchange, () -> held(part));
        }

        private <T> T held(Supplier<T> part) {
            if (!exchange.isOpen()) {
                throw new IllegalStateException("a part was done before the parts were begun");
            }
            open.hold(exchange.receipt());
            return part.get();
        }

        private void requireTime() {
            if (!database.hasTimeFor(exchange)) {
                throw ExchangeException.of(ExchangeError.BROKEN_OFF).naming(exchange.receipt());
            }
        }
    }
}
