package lt.mokiniai.exchange.pipeline;

import java.util.function.Function;
import java.util.function.Supplier;
import lt.mokiniai.exchange.capacity.Capacity;
import lt.mokiniai.exchange.capacity.Kind;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.platform.database.ExchangeTransactions;
import org.springframework.stereotype.Component;

/** The work of exchanges with the database: each waits for a place there, and is one transaction. */
@Component
class DatabaseWork {

    private final Capacity capacity;
    private final ExchangeTransactions transactions;

    DatabaseWork(Capacity capacity, ExchangeTransactions transactions) {
        this.capacity = capacity;
        this.transactions = transactions;
    }

    /**
     * Does the work of an exchange whose sender and operation are known; what it throws undoes what it began. Work that finds
     * another exchange in its way is undone too, and done again.
     */
    <T> T of(Exchange exchange, Supplier<T> work) {
        CheckedMessage message = exchange.checked();
        return capacity.others().waitedFor(mayWait -> {
            message.mayWait(mayWait);
            return placed(message, () -> transactions.within(exchange.age(), work));
        });
    }

    /**
     * Does the work of such an exchange in parts: it has one place for all of them, and no connection between them.
     *
     * @param work is given what commits the transaction that it begins in
     */
    <T> T inParts(Exchange exchange, Function<Runnable, T> work) {
        return placed(exchange.checked(), () -> transactions.first(exchange.age(), work));
    }

    /** Does a part of the work of an exchange that has a place. */
    <T> T part(Exchange exchange, Supplier<T> work) {
        return transactions.within(exchange.age(), work);
    }

    /** Does a part of the work of an exchange that has a place, and undoes it. */
    <T> T undone(Exchange exchange, Supplier<T> work) {
        return transactions.undone(exchange.age(), work);
    }

    /** Tells whether an exchange may begin with another part. */
    boolean hasTimeFor(Exchange exchange) {
        return transactions.hasTimeForMore(exchange.age());
    }

    private <T> T placed(CheckedMessage message, Supplier<T> work) {
        return capacity.exchanges()
                .having(
                        message.party().orElseThrow().code(),
                        message.judgement().isOfAList() ? Kind.LIST : Kind.SINGLE,
                        work);
    }
}
