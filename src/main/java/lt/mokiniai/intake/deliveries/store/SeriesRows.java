package lt.mokiniai.intake.deliveries.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import lt.mokiniai.platform.clock.RegisterClock;
import lt.mokiniai.platform.database.ExchangeTransactions;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The series in force of each source register, and its number that was applied last. */
@Component
public class SeriesRows {

    private static final String ROW = "SELECT series, last_number FROM source_series WHERE source_register = ?";

    private static final InForce NONE = new InForce("", 0);

    private final JdbcClient jdbc;
    private final ExchangeTransactions transactions;
    private final Clock clock;

    SeriesRows(JdbcClient jdbc, ExchangeTransactions transactions, @RegisterClock Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A series in force.
     *
     * @param last the number that was applied last
     */
    public record InForce(String series, long last) {}

    /** Gives the series in force; nothing before the first full delivery was applied. */
    public Optional<InForce> find(String register) {
        return read(ROW, register);
    }

    /** Gives the same, and holds it in a transaction, waiting for whoever else does. */
    public Optional<InForce> hold(String register) {
        if (isNew(register)) {
            begin(register);
        }
        return read(ROW + " FOR UPDATE", register);
    }

    /** Records that a delivery was applied. */
    public void applied(String register, InForce series) {
        jdbc.sql("UPDATE source_series SET series = ?, last_number = ?, applied_at = ? WHERE source_register = ?")
                .params(series.series(), series.last(), clock.instant().atOffset(ZoneOffset.UTC), register)
                .update();
    }

    /** Records that a number of the series in force is passed by. */
    public void passed(String register, long number) {
        jdbc.sql("UPDATE source_series SET last_number = ? WHERE source_register = ?")
                .params(number, register)
                .update();
    }

    private Optional<InForce> read(String question, String register) {
        return jdbc.sql(question)
                .param(register)
                .query((row, number) -> {
                    String series = row.getString(1);
                    return series == null ? NONE : new InForce(series, row.getLong(2));
                })
                .optional()
                .filter(series -> !series.equals(NONE));
    }

    private boolean isNew(String register) {
        return jdbc.sql("SELECT COUNT(*) FROM source_series WHERE source_register = ?")
                        .param(register)
                        .query(Long.class)
                        .single()
                == 0;
    }

    /** Of two who begin at once, one does. It is committed by itself: a statement that fails ends a transaction on PostgreSQL. */
    private void begin(String register) {
        try {
            transactions.apart(() -> jdbc.sql("INSERT INTO source_series (source_register) VALUES (?)")
                    .param(register)
                    .update());
        } catch (DuplicateKeyException begun) {
            // The other one did.
        }
    }
}
