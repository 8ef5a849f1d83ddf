package lt.mokiniai.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lt.mokiniai.intake.source.RecordFinding;
import lt.mokiniai.intake.source.RecordFindings;
import lt.mokiniai.intake.source.Recording;
import lt.mokiniai.intake.source.SourceRegister;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.scope.Provenance;
import lt.mokiniai.register.bench.SettableClock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies deliveries as the intake does: each record is checked when it is received, and again in the transaction in which it is
 * applied; what does not fit is tried once more at the end.
 */
final class Deliveries {

    /** On which days the deliveries of the files were received. */
    private static final Map<String, LocalDate> DAYS = Map.of(
            "full", LocalDate.of(2026, 1, 15),
            "changes", LocalDate.of(2026, 2, 16),
            "correction", LocalDate.of(2026, 3, 16),
            "end", LocalDate.of(2026, 4, 15),
            "quarantine", LocalDate.of(2026, 5, 15));

    /** Who delivers. */
    static final Provenance SOURCE =
            new Provenance("r-1", "intake/v1/deliver", "188000001", "188000001", Optional.empty());

    private final Map<String, SourceRegister<?>> registers;
    private final SettableClock clock;
    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;

    Deliveries(
            List<SourceRegister<?>> registers,
            SettableClock clock,
            PlatformTransactionManager transactions,
            JdbcTemplate jdbc) {
        this.registers = registers.stream()
                .collect(Collectors.toMap(register -> register.description().name(), register -> register));
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    SourceRegister<?> register(String name) {
        return registers.get(name);
    }

    /** It is noon of the day on which a file was received. */
    void isOnTheDayOf(String file) {
        clock.set(SettableClock.noon(DAYS.get(file)));
    }

    /** Gives what came of each record of a file. */
    List<String> deliver(String register, String file) {
        isOnTheDayOf(file);
        return deliver(registers.get(register), file);
    }

    private <R> List<String> deliver(SourceRegister<R> register, String file) {
        return apply(register, DeliveredFile.of(register.description(), file).records());
    }

    /** Gives what came of each record. */
    <R> List<String> apply(SourceRegister<R> register, List<R> records) {
        Map<Integer, R> waiting = new LinkedHashMap<>();
        List<String> outcomes = new ArrayList<>();
        for (R record : records) {
            RecordFindings early = new RecordFindings(true);
            register.mapper().check(record, early);
            outcomes.add(early.isEmpty() ? apply(register, record) : quarantined(early));
            if (outcomes.get(outcomes.size() - 1).startsWith("QUARANTINED")) {
                waiting.put(outcomes.size() - 1, record);
            }
        }
        waiting.forEach((place, record) -> outcomes.set(place, apply(register, record)));
        return outcomes;
    }

    private <R> String apply(SourceRegister<R> register, R record) {
        return transaction.execute(status -> {
            RecordFindings findings = new RecordFindings(false);
            register.mapper().check(record, findings);
            if (!findings.isEmpty()) {
                return quarantined(findings);
            }
            return register.mapper().apply(record, new Applied(clock)) ? "APPLIED" : "UNCHANGED";
        });
    }

    private static String quarantined(RecordFindings findings) {
        return "QUARANTINED "
                + findings.all().stream().map(Deliveries::told).distinct().collect(Collectors.joining(", "));
    }

    private static String told(RecordFinding finding) {
        return finding.code() + " " + finding.field().orElse("");
    }

    /** The transaction of a record. */
    private record Applied(SettableClock clock) implements Recording {

        @Override
        public Instant knownFrom() {
            return clock.instant();
        }

        @Override
        public LocalDate receivedOn() {
            return LocalDate.ofInstant(clock.instant(), Dates.ZONE);
        }

        @Override
        public Provenance provenance() {
            return SOURCE;
        }
    }
}
