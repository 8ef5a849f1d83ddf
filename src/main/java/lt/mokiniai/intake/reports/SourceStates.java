package lt.mokiniai.intake.reports;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.intake.deliveries.DeliveryHeader;
import lt.mokiniai.intake.deliveries.DeliveryIntake;
import lt.mokiniai.intake.deliveries.SourceRegisters;
import lt.mokiniai.intake.reports.SourceState.Last;
import lt.mokiniai.intake.source.SourceDescription;
import lt.mokiniai.intake.source.SourceRegister;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells how the sources stand. */
@Component
public class SourceStates {

    private static final String LAST = "SELECT d.kind, d.series, d.delivery_number, d.record_count, d.applied_at"
            + " FROM source_series s JOIN delivery d ON d.source_register = s.source_register AND d.series = s.series"
            + " AND d.state = 'DONE' WHERE s.source_register = ? ORDER BY d.applied_at DESC, d.id DESC"
            + " FETCH FIRST 1 ROWS ONLY";

    private final JdbcClient jdbc;
    private final SourceRegisters registers;
    private final DeliveryIntake intake;

    SourceStates(JdbcClient jdbc, SourceRegisters registers, DeliveryIntake intake) {
        this.jdbc = jdbc;
        this.registers = registers;
        this.intake = intake;
    }

    /** Gives the state of each source register, in the order of their names. */
    public List<SourceState> all() {
        return registers.all().stream()
                .map(SourceRegister::description)
                .map(this::of)
                .toList();
    }

    private SourceState of(SourceDescription<?> register) {
        return new SourceState(
                register.name(),
                register.title(),
                last(register.name()),
                intake.wanted(register.name()).missing(),
                count(
                        "SELECT COUNT(*) FROM delivery_record r JOIN delivery d ON d.id = r.delivery"
                                + " WHERE r.outcome = 'QUARANTINED' AND d.source_register = ?",
                        register.name()),
                count("SELECT COUNT(*) FROM delivery WHERE state = 'HELD' AND source_register = ?", register.name())
                        > 0);
    }

    private Optional<Last> last(String register) {
        return jdbc.sql(LAST)
                .param(register)
                .query((row, number) -> new Last(
                        new DeliveryHeader(
                                DeliveryHeader.Kind.valueOf(row.getString(1)),
                                row.getString(2),
                                row.getLong(3),
                                row.getInt(4)),
                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .optional();
    }

    private long count(String question, String register) {
        return jdbc.sql(question).param(register).query(Long.class).single();
    }
}
