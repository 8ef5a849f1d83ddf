package lt.mokiniai.exchange.pipeline;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import lt.mokiniai.exchange.capacity.Capacity;
import lt.mokiniai.exchange.capacity.Kind;
import lt.mokiniai.exchange.checks.UsageAccounting;
import lt.mokiniai.exchange.evidence.LoggedExchange.Outcome;
import lt.mokiniai.exchange.evidence.MessageLog;
import lt.mokiniai.exchange.evidence.MessageLog.Standing;
import lt.mokiniai.exchange.evidence.Refusal;
import lt.mokiniai.exchange.evidence.parts.OpenExchanges;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Scope;
import org.springframework.stereotype.Component;

/**
 * Writes the rows of refused messages, through places of their own at the database: a flood of messages that are refused
 * takes no connection from those that are answered, and one that is refused because no connection is free finds one for
 * its row. Messages of unknown senders wait for no place: without one they are counted.
 */
@Component
class RefusalRows {

    private static final String NOBODY = "";

    private final MessageLog log;
    private final OpenExchanges open;
    private final UsageAccounting usage;
    private final Capacity capacity;

    RefusalRows(MessageLog log, OpenExchanges open, UsageAccounting usage, Capacity capacity) {
        this.log = log;
        this.open = open;
        this.usage = usage;
        this.capacity = capacity;
    }

    /**
     * Writes the row of a refusal, or counts it. The students that it tells of are counted in the same transaction, and what
     * follows from the refusal is written in it.
     *
     * @param fault what the sender is told
     * @return how the exchange stands in the log: it may turn out to be answered
     * @throws ExchangeException {@code MR-903} when there is no place for the row of a party's message; it is counted then, and what
     *     it was refused for is not told; {@code MR-309} or {@code MR-310} when the quota has no room for the students that
     *     the refusal tells of, which then has no row
     */
    Standing write(Exchange exchange, ExchangeException refusal, byte[] fault) {
        refusal.contract().ifPresent(exchange.entry()::concerning);
        Optional<Scope> told = exchange.toldBy(refusal);
        Refusal row = new Refusal(
                refusal.error(),
                fault,
                told.map(Scope::students).orElse(Set.of()),
                () -> told.ifPresent(scope -> {
                    count(exchange, scope);
                    scope.refused();
                }));
        Optional<String> party = exchange.entry().party();
        Standing standing = party.isPresent()
                ? ofParty(party.get(), () -> log.refused(exchange.entry(), row))
                : ofNobody(refusal.error(), () -> log.refused(exchange.entry(), row));
        switch (standing) {
            case ANSWERED -> ExceptionMapper.committed(exchange.receipt());
            case REFUSED -> ExceptionMapper.tell(refusal, exchange.receipt());
            case COUNTED -> {
                // A line for each would let anybody fill the service log.
            }
        }
        return standing;
    }

    /**
     * Ends the row of an exchange whose parts will not all be done. The students that it is about were counted before.
     *
     * @param fault what the sender is told
     * @return how the exchange stands in the log: it may turn out to be answered
     * @throws ExchangeException {@code MR-903} when there is no place for it; the row is ended later
     */
    Standing interrupt(Exchange exchange, byte[] fault) {
        Outcome outcome = capacity.rows()
                .having(
                        exchange.entry().party().orElseThrow(),
                        Kind.SINGLE,
                        () -> open.interrupted(exchange.entry(), fault));
        if (outcome == Outcome.ANSWERED) {
            ExceptionMapper.committed(exchange.receipt());
            return Standing.ANSWERED;
        }
        return Standing.REFUSED;
    }

    private void count(Exchange exchange, Scope scope) {
        usage.students(exchange.checked().admission().orElseThrow(), exchange.receipt(), scope);
    }

    private Standing ofParty(String party, Supplier<Standing> row) {
        try {
            return capacity.rows().having(party, Kind.SINGLE, row);
        } catch (ExchangeException overloaded) {
            log.refusedWithoutARow(ExchangeError.OVERLOADED);
            throw overloaded;
        }
    }

    private Standing ofNobody(ExchangeError error, Supplier<Standing> row) {
        return capacity.rows().havingAtOnce(NOBODY, Kind.SINGLE, row).orElseGet(() -> {
            log.refusedWithoutARow(error);
            return Standing.COUNTED;
        });
    }
}
