package lt.mokiniai.exchange.representation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.exchange.representation.Representation.Recorded;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.kernel.XRoadId;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of who may act for whom. They are read for each message that says that it acts for an institution, in its own
 * transaction: what was withdrawn is refused by every node from the next message on, whatever its clock says.
 */
@Component
public class Representations {

    private static final String STANDS = "SELECT COUNT(*) FROM representation WHERE institution = ? AND client = ?"
            + " AND withdrawn_at IS NULL AND begins_at <= ? AND (ends_at IS NULL OR ends_at > ?)";

    private static final String HAS_ACTED = "SELECT COUNT(*) FROM representation WHERE institution = ? AND client = ?";

    private static final String INSERT = "INSERT INTO representation"
            + " (institution, client, begins_at, ends_at, recorded_at, recorded_by) VALUES (?, ?, ?, ?, ?, ?)";

    private static final String WITHDRAW = "UPDATE representation SET withdrawn_at = ?, withdrawn_by = ?"
            + " WHERE institution = ? AND client = ? AND begins_at = ? AND withdrawn_at IS NULL";

    private static final String ALL = "SELECT * FROM representation ORDER BY institution, begins_at, id";

    private static final String OF =
            "SELECT * FROM representation WHERE institution = ? AND withdrawn_at IS NULL ORDER BY begins_at, id";

    /** Whoever records anything about an institution holds its row: of two at once, one sees what the other recorded. */
    private static final String LOCK = "SELECT code FROM institution WHERE code = ? FOR UPDATE";

    private final JdbcClient jdbc;

    /** Reads and writes through this client. */
    public Representations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Tells whether a subsystem may act for an institution at a moment. */
    public boolean mayAct(XRoadId client, LegalEntityCode institution, Instant at) {
        return count(STANDS, institution.value(), client.toString(), time(at), time(at)) > 0;
    }

    /** Tells whether it was ever recorded that a subsystem may act for an institution. */
    public boolean hasActed(XRoadId client, String institution) {
        return count(HAS_ACTED, institution, client.toString()) > 0;
    }

    /** All that was ever recorded, by institution, the earliest first. */
    public List<Representation> all() {
        return jdbc.sql(ALL).query((row, number) -> read(row)).list();
    }

    /** What stands of an institution, or will: the earliest first. */
    List<Representation> of(LegalEntityCode institution) {
        return jdbc.sql(OF)
                .param(institution.value())
                .query((row, number) -> read(row))
                .list();
    }

    /**
     * Holds the row of an institution until the transaction ends.
     *
     * @return false when the register has no such institution
     */
    boolean lock(LegalEntityCode institution) {
        return jdbc.sql(LOCK)
                .param(institution.value())
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** Records one, as it is told. Whether another meets it, whoever records it has looked. */
    public void record(Representation told) {
        jdbc.sql(INSERT)
                .params(
                        told.institution().value(),
                        told.client().toString(),
                        time(told.begins()),
                        told.ends()
                                .map(Representations::time)
                                .orElse(new SqlParameterValue(Types.TIMESTAMP_WITH_TIMEZONE, null)),
                        time(told.recorded().at()),
                        told.recorded().by())
                .update();
    }

    /** Says that one does not stand any more. */
    void withdraw(Representation standing, Recorded by) {
        jdbc.sql(WITHDRAW)
                .params(
                        time(by.at()),
                        by.by(),
                        standing.institution().value(),
                        standing.client().toString(),
                        time(standing.begins()))
                .update();
    }

    private int count(String sql, Object... values) {
        return jdbc.sql(sql).params(values).query(Integer.class).single();
    }

    private static SqlParameterValue time(Instant at) {
        return new SqlParameterValue(Types.TIMESTAMP_WITH_TIMEZONE, at.atOffset(ZoneOffset.UTC));
    }

    private static Representation read(ResultSet row) throws SQLException {
        Optional<Instant> withdrawn = instant(row, "withdrawn_at");
        String by = row.getString("withdrawn_by");
        return new Representation(
                new LegalEntityCode(row.getString("institution")),
                XRoadId.parse(row.getString("client")),
                instant(row, "begins_at").orElseThrow(),
                instant(row, "ends_at"),
                new Recorded(instant(row, "recorded_at").orElseThrow(), row.getString("recorded_by")),
                withdrawn.map(at -> new Recorded(at, by)));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
