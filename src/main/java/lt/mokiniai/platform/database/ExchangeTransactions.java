package lt.mokiniai.platform.database;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * The transactions of an exchange, each with its limit of time. What is thrown within comes out as it was thrown, also
 * where undoing the work fails because of it: a lost connection cannot be asked to undo anything, and need not be.
 */
public final class ExchangeTransactions {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private static final int FIFTH = 5;

    private final PlatformTransactionManager transactions;
    private final DatabaseProperties properties;
    private final RetryTemplate retries;

    /** Limits transactions of this manager. */
    public ExchangeTransactions(PlatformTransactionManager transactions, DatabaseProperties properties) {
        this.transactions = transactions;
        this.properties = properties;
        this.retries = new RetryTemplate(RetryPolicy.builder()
                .predicate(Diagnosis::isPassing)
                .maxRetries(Long.MAX_VALUE)
                .delay(FIRST_PAUSE)
                .multiplier(2)
                .maxDelay(LONGEST_PAUSE)
                .timeout(properties.settlement())
                .build());
    }

    /**
     * Does the work of an exchange in one transaction.
     *
     * @param gone how long ago the message was received
     */
    public <T> T within(Duration gone, Supplier<T> work) {
        return run(properties.transaction().minus(gone), TransactionDefinition.PROPAGATION_REQUIRED, work);
    }

    /**
     * Does the first part of the work of an exchange in a transaction that the work itself may commit; what it does then stands,
     * and it goes on in other transactions.
     *
     * @param gone how long ago the message was received
     * @param work is given what commits the transaction
     */
    public <T> T first(Duration gone, Function<Runnable, T> work) {
        TransactionStatus begun =
                begin(properties.transaction().minus(gone), TransactionDefinition.PROPAGATION_REQUIRED);
        return ending(begun, () -> work.apply(() -> transactions.commit(begun)));
    }

    /**
     * Does a part of the work of an exchange in one transaction, and undoes it.
     *
     * @param gone how long ago the message was received
     */
    public <T> T undone(Duration gone, Supplier<T> work) {
        return undone(begin(properties.transaction().minus(gone), TransactionDefinition.PROPAGATION_REQUIRED), work);
    }

    /**
     * Tells whether an exchange may begin with another part: a fifth of its time is kept for its end.
     *
     * @param gone how long ago the message was received
     */
    public boolean hasTimeForMore(Duration gone) {
        Duration limit = properties.transaction();
        return gone.compareTo(limit.minus(limit.dividedBy(FIFTH))) < 0;
    }

    /** Does what is not the work of an exchange in one transaction of its own, which may take as long as that of one. */
    public <T> T whole(Supplier<T> work) {
        return run(properties.transaction(), TransactionDefinition.PROPAGATION_REQUIRES_NEW, work);
    }

    /** Runs one statement, or a few short ones, in a transaction of its own. */
    public <T> T apart(Supplier<T> work) {
        return run(properties.statement(), TransactionDefinition.PROPAGATION_REQUIRES_NEW, work);
    }

    /** Runs one statement, or a few short ones, in a transaction of its own, and undoes them. */
    public void undone(Runnable work) {
        undone(begin(properties.statement(), TransactionDefinition.PROPAGATION_REQUIRES_NEW), () -> {
            work.run();
            return true;
        });
    }

    private <T> T undone(TransactionStatus begun, Supplier<T> work) {
        T seen;
        try {
            seen = work.get();
        } catch (RuntimeException | Error failure) {
            undo(begun, failure);
            throw failure;
        }
        transactions.rollback(begun);
        return seen;
    }

    /**
     * Does what has to be done though the database has just failed: again, over other connections, while the failure is one
     * that passes and the time for it lasts. Must be without harm when it is done twice.
     */
    public <T> T insist(Supplier<T> work) {
        return retries.invoke(work);
    }

    private <T> T run(Duration limit, int propagation, Supplier<T> work) {
        return ending(begin(limit, propagation), work);
    }

    private <T> T ending(TransactionStatus begun, Supplier<T> work) {
        T done;
        try {
            done = work.get();
        } catch (RuntimeException | Error failure) {
            if (!begun.isCompleted()) {
                undo(begun, failure);
            }
            throw failure;
        }
        if (!begun.isCompleted()) {
            transactions.commit(begun);
        }
        return done;
    }

    private TransactionStatus begin(Duration limit, int propagation) {
        DefaultTransactionDefinition definition = new DefaultTransactionDefinition(propagation);
        definition.setTimeout(DatabaseProperties.seconds(limit));
        return transactions.getTransaction(definition);
    }

    private void undo(TransactionStatus begun, Throwable failure) {
        try {
            transactions.rollback(begun);
        } catch (RuntimeException notUndone) {
            failure.addSuppressed(notUndone);
        }
    }
}
