package lt.mokiniai.register.times;

import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The clock of the database, which all nodes have in common. By their own clocks, which differ, a node could record something
 * at a time for which another one has told its answer.
 */
final class DatabaseClock extends Clock {

    private final JdbcTemplate jdbc;
    private final String question;
    private final ZoneId zone;

    DatabaseClock(DataSource source, ZoneId zone) {
        this(new JdbcTemplate(source), question(new JdbcTemplate(source)), zone);
    }

    private DatabaseClock(JdbcTemplate jdbc, String question, ZoneId zone) {
        this.jdbc = jdbc;
        this.question = question;
        this.zone = zone;
    }

    /** On PostgreSQL the standard's CURRENT_TIMESTAMP is when the transaction began. */
    private static String question(JdbcTemplate jdbc) {
        String product = jdbc.execute((ConnectionCallback<String>)
                (Connection connection) -> connection.getMetaData().getDatabaseProductName());
        return "PostgreSQL".equals(product) ? "SELECT clock_timestamp()" : "SELECT SYSTIMESTAMP FROM dual";
    }

    @Override
    public Instant instant() {
        return Objects.requireNonNull(jdbc.queryForObject(question, OffsetDateTime.class))
                .toInstant();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new DatabaseClock(jdbc, question, other);
    }
}
