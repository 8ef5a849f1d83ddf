package lt.mokiniai.platform.database;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;

/**
 * What failed of the database.
 *
 * @param failure its kind
 * @param sqlState the SQLSTATE, or an empty text where the database was not asked
 * @param number the number that the database gives beside it, or 0
 */
public record Diagnosis(DatabaseFailure failure, String sqlState, int number) {

    /** Gives what of the database is behind a failure; nothing where it is a mistake of ours. */
    public static Optional<Diagnosis> of(Throwable failure) {
        return Causes.of(failure)
                .flatMap(cause -> told(cause).stream())
                .findFirst()
                .or(() -> Causes.of(failure)
                        .flatMap(cause -> byType(cause).map(kind -> new Diagnosis(kind, "", 0)).stream())
                        .findFirst());
    }

    /**
     * Gives why something failed, in words that may stand in the service's log: what the database says may quote values of rows, so
     * what is no trouble of the database is told by its type alone.
     */
    public static String reason(Throwable failure) {
        return of(failure)
                .map(Diagnosis::toString)
                .orElseGet(() -> failure.getClass().getSimpleName());
    }

    /** Whether what failed may succeed a moment later, on another connection. */
    public static boolean isPassing(Throwable failure) {
        return of(failure).filter(diagnosis -> diagnosis.failure().isPassing()).isPresent();
    }

    private static Optional<Diagnosis> told(Throwable cause) {
        if (!(cause instanceof SQLException told)) {
            return Optional.empty();
        }
        String state = Objects.requireNonNullElse(told.getSQLState(), "");
        return DatabaseFailure.told(state, told.getErrorCode())
                .or(() -> byTypeOf(told))
                .map(kind -> new Diagnosis(kind, state, told.getErrorCode()));
    }

    private static Optional<DatabaseFailure> byTypeOf(SQLException told) {
        if (told instanceof SQLTransientConnectionException) {
            return Optional.of(DatabaseFailure.NO_CONNECTION_FREE);
        }
        if (told instanceof SQLNonTransientConnectionException
                || told instanceof SQLRecoverableException
                || isOfAClosedConnection(told)) {
            return Optional.of(DatabaseFailure.CONNECTION);
        }
        if (told instanceof SQLTimeoutException) {
            return Optional.of(DatabaseFailure.TIME);
        }
        if (told instanceof SQLTransientException) {
            return Optional.of(DatabaseFailure.UNAVAILABLE);
        }
        return Causes.of(told).anyMatch(IOException.class::isInstance)
                ? Optional.of(DatabaseFailure.FILES)
                : Optional.empty();
    }

    /** The pool says so without an SQLSTATE, after it took a broken connection out. */
    private static boolean isOfAClosedConnection(SQLException told) {
        StackTraceElement[] frames = told.getStackTrace();
        return told.getSQLState() == null
                && frames.length > 0
                && frames[0].getClassName().startsWith("com.zaxxer.hikari.");
    }

    private static Optional<DatabaseFailure> byType(Throwable cause) {
        if (cause instanceof TransactionTimedOutException) {
            return Optional.of(DatabaseFailure.TIME);
        }
        return cause instanceof CannotCreateTransactionException || cause instanceof TransientDataAccessException
                ? Optional.of(DatabaseFailure.UNAVAILABLE)
                : Optional.empty();
    }

    /** What happened, in words and numbers. */
    @Override
    public String toString() {
        if (sqlState.isEmpty() && number == 0) {
            return failure.words();
        }
        return failure.words() + " (SQLSTATE " + (sqlState.isEmpty() ? "none" : sqlState)
                + (number == 0 ? ")" : ", error " + number + ")");
    }
}
