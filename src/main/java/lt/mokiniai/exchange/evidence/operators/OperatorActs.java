package lt.mokiniai.exchange.evidence.operators;

import java.time.Instant;
import java.time.ZoneOffset;
import lt.mokiniai.exchange.evidence.MessageLog;
import lt.mokiniai.exchange.evidence.sealing.SealedMessages;
import lt.mokiniai.exchange.keys.LogKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of operators' acts (docs/evidence.md, 'Acts of operators'): what was given is kept as a request is, and what came of
 * it as an answer. A row is opened before anything is changed and closed when all is; one of an act whose process died is found
 * open by whoever does the like next.
 */
@Component
public class OperatorActs {

    /** Stands in the place of a service: no message was sent. */
    static final String SERVICE = "operator";

    private static final String OPEN = """
            INSERT INTO message_log (receipt, received_at, party, service, operation, user_id, outcome, students, key_month,
                request, request_digest)
            VALUES (?, ?, ?, ?, ?, ?, 'OPEN', 0, ?, ?, ?)
            """;

    private static final String CLOSE = "UPDATE message_log SET outcome = 'ANSWERED', students = ?, response = ?,"
            + " response_digest = ? WHERE receipt = ? AND outcome = 'OPEN'";

    private static final String GIVE_UP = "UPDATE message_log SET outcome = 'INTERRUPTED'"
            + " WHERE party = ? AND service = ? AND operation = ? AND outcome = 'OPEN'";

    private final JdbcClient jdbc;
    private final LogKeys keys;

    /**
     * Writes them into a log.
     *
     * @param keys by which the months of the log are sealed
     */
    public OperatorActs(JdbcClient jdbc, LogKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** Writes the row of an act that begins. */
    public void open(OperatorAct act) {
        jdbc.sql(OPEN)
                .params(
                        act.receipt(),
                        act.begun().atOffset(ZoneOffset.UTC),
                        act.register(),
                        SERVICE,
                        act.name(),
                        act.operator(),
                        LogKeys.monthOf(act.begun()),
                        sealed(act).seal(act.content()),
                        MessageLog.digest(act.content()))
                .update();
    }

    /**
     * Closes the row of an act, in the transaction in which it ends, where there is one.
     *
     * @param students how many students it changed
     * @param result what came of it, byte for byte
     * @throws IllegalStateException when it is not open
     */
    public void close(OperatorAct act, long students, byte[] result) {
        int closed = jdbc.sql(CLOSE)
                .params(students, sealed(act).seal(result, act.content()), MessageLog.digest(result), act.receipt())
                .update();
        if (closed == 0) {
            throw new IllegalStateException("the act " + act.receipt() + " is not open in the log");
        }
    }

    /**
     * Gives up all acts of a name that are open; what they did stands.
     *
     * @param name of acts of which one is done at a time: whoever asks knows that none of them goes on
     * @param register the institution code of the register
     */
    public void giveUp(String name, String register) {
        jdbc.sql(GIVE_UP).params(register, SERVICE, name).update();
    }

    /**
     * Gives up the acts of a name that are open and began before a moment; what they did stands.
     *
     * @param name of acts of which several may be done at a time, none of them as long as it is since that moment
     * @param register the institution code of the register
     */
    public void giveUp(String name, String register, Instant before) {
        jdbc.sql(GIVE_UP + " AND received_at < ?")
                .params(register, SERVICE, name, before.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Gives up one act, unless it is closed or given up already: nothing more will be done, and what it did stands. */
    public void giveUp(OperatorAct act) {
        jdbc.sql("UPDATE message_log SET outcome = 'INTERRUPTED' WHERE receipt = ? AND outcome = 'OPEN'")
                .param(act.receipt())
                .update();
    }

    private SealedMessages sealed(OperatorAct act) {
        return new SealedMessages(keys.of(LogKeys.monthOf(act.begun())), act.receipt());
    }
}
