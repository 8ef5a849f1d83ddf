package lt.mokiniai.platform.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of time on the database. Whole seconds, except for {@code validation}: PostgreSQL's driver knows no less.
 *
 * @param clientsWait how long clients wait for an answer; the other limits must end an exchange before
 * @param connection how long a connection is waited for, from the pool and from the server
 * @param validation how long a connection of the pool may take to say that it is alive
 * @param statement how long a statement may take
 * @param socket how long the database may be silent in mid-exchange; longer than a statement may take
 * @param transaction how long after its message was received an exchange may begin another statement
 * @param settlement how long it is tried anew to write the row of a refusal, or to find out whether a commit was made
 * @param probe how long what health found out of the message log is told again before it is looked at anew
 */
@ConfigurationProperties("mokiniai.database")
public record DatabaseProperties(
        @DefaultValue("60s") Duration clientsWait,
        @DefaultValue("3s") Duration connection,
        @DefaultValue("1s") Duration validation,
        @DefaultValue("7s") Duration statement,
        @DefaultValue("9s") Duration socket,
        @DefaultValue("15s") Duration transaction,
        @DefaultValue("4s") Duration settlement,
        @DefaultValue("10s") Duration probe) {

    /** @throws IllegalArgumentException when an exchange could take longer than clients wait, or a limit cannot work */
    public DatabaseProperties {
        if (socket.compareTo(statement) <= 0) {
            throw new IllegalArgumentException(
                    "mokiniai.database.socket must be longer than mokiniai.database.statement:"
                            + " else a statement that may go on is cut off with its connection");
        }
        Duration longest = longest(connection.plus(validation), statement, socket, transaction, settlement);
        if (longest.compareTo(clientsWait) >= 0) {
            throw new IllegalArgumentException("the limits of mokiniai.database let an exchange take "
                    + longest.toSeconds() + " s, and clients wait " + clientsWait.toSeconds()
                    + " s (mokiniai.database.clients-wait): shorten them");
        }
    }

    /** How long the longest exchange takes: docs/decisions/0017-commits-and-time-limits.md counts it. */
    private static Duration longest(
            Duration connection, Duration statement, Duration socket, Duration transaction, Duration settlement) {
        Duration work = connection.plus(transaction).plus(connection).plus(socket);
        Duration refusal = settlement.plus(connection).plus(statement).plus(socket);
        return work.plus(refusal);
    }

    /** A duration in whole seconds, as drivers and Spring's transactions take it; at least one. */
    static int seconds(Duration duration) {
        return Math.max(1, Math.toIntExact(duration.toSeconds()));
    }
}
