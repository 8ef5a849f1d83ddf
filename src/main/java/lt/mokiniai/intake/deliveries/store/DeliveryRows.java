package lt.mokiniai.intake.deliveries.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lt.mokiniai.intake.deliveries.DeliveryHeader;
import lt.mokiniai.intake.deliveries.DeliveryOrigin;
import lt.mokiniai.intake.deliveries.DeliveryState;
import lt.mokiniai.intake.deliveries.store.KeptDelivery.Name;
import lt.mokiniai.intake.deliveries.store.KeptDelivery.Progress;
import lt.mokiniai.kernel.scope.Provenance;
import lt.mokiniai.platform.clock.RegisterClock;
import lt.mokiniai.register.history.RegisterIds;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of deliveries. */
@Component
public class DeliveryRows {

    private static final String ALL = "SELECT * FROM delivery WHERE ";

    private final JdbcClient jdbc;
    private final Clock clock;

    DeliveryRows(JdbcClient jdbc, @RegisterClock Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Finds a delivery by its number, or opens it. Whoever calls holds the series of the register. */
    public KeptDelivery open(String register, DeliveryHeader header, DeliveryOrigin origin) {
        return find(register, header).orElseGet(() -> {
            Provenance from = origin.provenance();
            jdbc.sql("INSERT INTO delivery (delivery_id, source_register, kind, series, delivery_number, record_count,"
                            + " received_count, way, receipt, operation, party, institution, user_id, opened_at, state,"
                            + " is_approved) VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, 'INCOMPLETE', 0)")
                    .params(
                            RegisterIds.next(),
                            register,
                            header.kind().name(),
                            header.series(),
                            header.sequence(),
                            header.records(),
                            origin.way().name(),
                            from.receipt(),
                            from.operation(),
                            from.party(),
                            from.institution(),
                            new SqlParameterValue(Types.VARCHAR, from.userId().orElse(null)),
                            now())
                    .update();
            return find(register, header).orElseThrow();
        });
    }

    private Optional<KeptDelivery> find(String register, DeliveryHeader header) {
        return jdbc.sql(ALL + "source_register = ? AND series = ? AND delivery_number = ?")
                .params(register, header.series(), header.sequence())
                .query((row, number) -> read(row))
                .optional();
    }

    /** Finds a delivery by the register's identifier. */
    public Optional<KeptDelivery> find(String deliveryId) {
        return jdbc.sql(ALL + "delivery_id = ?")
                .param(deliveryId)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Finds the delivery that a task is about. */
    public Optional<KeptDelivery> ofTask(String taskId) {
        return jdbc.sql(ALL + "task_id = ?")
                .param(taskId)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Holds a delivery in a transaction; gives nothing while somebody else does. */
    public Optional<KeptDelivery> holdIfFree(long id) {
        return jdbc.sql(ALL + "id = ? FOR UPDATE SKIP LOCKED")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Holds a delivery in a transaction, waiting for whoever else does. */
    public KeptDelivery hold(long id) {
        return jdbc.sql(ALL + "id = ? FOR UPDATE")
                .param(id)
                .query((row, number) -> read(row))
                .single();
    }

    /** Gives the deliveries of a register that came to no end yet, the first opened first. */
    public List<KeptDelivery> open(String register) {
        return jdbc.sql(ALL
                        + "source_register = ? AND state IN ('INCOMPLETE', 'WAITING', 'APPLYING', 'HELD') ORDER BY id")
                .param(register)
                .query((row, number) -> read(row))
                .list();
    }

    /** Gives the registers of which a delivery may have its turn. */
    public Set<String> waitingRegisters() {
        return Set.copyOf(
                jdbc.sql("SELECT DISTINCT source_register FROM delivery WHERE state IN ('WAITING', 'APPLYING')")
                        .query(String.class)
                        .list());
    }

    /** Gives the numbers of a series after one that are refused. */
    public List<Long> refused(String register, String series, long after) {
        return jdbc.sql(
                        "SELECT delivery_number FROM delivery WHERE source_register = ? AND series = ? AND state = 'REFUSED'"
                                + " AND delivery_number > ? ORDER BY delivery_number")
                .params(register, series, after)
                .query(Long.class)
                .list();
    }

    /** Tells whether a delivery of a series was applied. */
    public boolean wasApplied(String register, String series) {
        return jdbc.sql("SELECT COUNT(*) FROM delivery WHERE source_register = ? AND series = ? AND state = 'DONE'")
                        .params(register, series)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Records that more of a delivery is here. */
    public void received(long id, int more) {
        jdbc.sql("UPDATE delivery SET received_count = received_count + ? WHERE id = ?")
                .params(more, id)
                .update();
    }

    /**
     * Records that all of a delivery is here.
     *
     * @param digest of the digests of its records
     */
    public void complete(long id, String digest) {
        jdbc.sql("UPDATE delivery SET state = 'WAITING', received_at = ?, content_digest = ? WHERE id = ?")
                .params(now(), digest, id)
                .update();
    }

    /** Changes the state of a delivery to one that is not its end by being applied. */
    public void become(long id, DeliveryState state) {
        jdbc.sql("UPDATE delivery SET state = ? WHERE id = ?")
                .params(state.name(), id)
                .update();
    }

    /** Records that a full delivery waits for a decision. */
    public void holdBack(long id, String taskId) {
        jdbc.sql("UPDATE delivery SET state = 'HELD', task_id = ? WHERE id = ?")
                .params(taskId, id)
                .update();
    }

    /** Records that a delivery that is held may be applied. */
    public void approve(long id) {
        jdbc.sql("UPDATE delivery SET state = 'WAITING', is_approved = 1 WHERE id = ?")
                .param(id)
                .update();
    }

    /** Records up to which record it was looked at what a full delivery ends. */
    public void looked(long id, int ordinal) {
        jdbc.sql("UPDATE delivery SET looked_count = ? WHERE id = ?")
                .params(ordinal, id)
                .update();
    }

    /** Records that each record of a delivery came to something. */
    public void done(long id) {
        jdbc.sql("UPDATE delivery SET state = 'DONE', applied_at = ? WHERE id = ?")
                .params(now(), id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static KeptDelivery read(ResultSet row) throws SQLException {
        int looked = row.getInt("looked_count");
        Optional<Integer> lookedAt = row.wasNull() ? Optional.empty() : Optional.of(looked);
        return new KeptDelivery(
                new Name(row.getLong("id"), row.getString("delivery_id"), row.getString("source_register")),
                new DeliveryHeader(
                        DeliveryHeader.Kind.valueOf(row.getString("kind")),
                        row.getString("series"),
                        row.getLong("delivery_number"),
                        row.getInt("record_count")),
                DeliveryState.valueOf(row.getString("state")),
                new Progress(row.getInt("received_count"), lookedAt, row.getInt("is_approved") == 1),
                new DeliveryOrigin(
                        DeliveryOrigin.Way.valueOf(row.getString("way")),
                        new Provenance(
                                row.getString("receipt"),
                                row.getString("operation"),
                                row.getString("party"),
                                row.getString("institution"),
                                Optional.ofNullable(row.getString("user_id")))),
                Optional.ofNullable(row.getObject("received_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("task_id")));
    }
}
