package lt.mokiniai.exchange.pipeline;

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
            return capacity.exchanges()
                    .having(
                            message.party().orElseThrow().code(),
                            message.judgement().isOfAList() ? Kind.LIST : Kind.SINGLE,
                            () -> transactions.within(exchange.age(), work));
        });
    }
}
