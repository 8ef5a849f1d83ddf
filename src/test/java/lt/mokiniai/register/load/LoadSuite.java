package lt.mokiniai.register.load;

import static lt.mokiniai.register.form.RecordKind.IDENTITY;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lt.mokiniai.register.bench.SettableClock;
import lt.mokiniai.register.form.Finding;
import org.junit.jupiter.api.BeforeEach;

/** Loads into a register of a database, which is empty before each test. */
abstract class LoadSuite {

    static final SettableClock CLOCK = new SettableClock();

    final List<Finding> findings = new ArrayList<>();

    abstract LoadNode node();

    @BeforeEach
    void emptyRegister() {
        node().clear();
        findings.clear();
        CLOCK.set(SettableClock.noon(SettableClock.TODAY));
    }

    LoadCounts load(WrittenRecords records) {
        return node().load(records.files(), findings::add);
    }

    Instant time(String sql) {
        return Objects.requireNonNull(node().jdbc().queryForObject(sql, OffsetDateTime.class))
                .toInstant();
    }

    List<String> told() {
        return findings.stream()
                .map(each -> each.code() + " " + each.place().file() + ":"
                        + each.place().line() + " " + each.field())
                .toList();
    }

    List<String> keys() {
        return node().jdbc().queryForList("SELECT student_key FROM loaded_student ORDER BY student_key", String.class);
    }

    /** Somebody was answered. */
    void answer(String service) {
        OffsetDateTime now = CLOCK.instant().atOffset(ZoneOffset.UTC);
        if (node().count("log_key") == 0) {
            node().jdbc()
                    .update(
                            "INSERT INTO log_key (key_month, key_check, created_at) VALUES ('2026-11', ?, ?)",
                            new byte[32],
                            now);
        }
        node().jdbc()
                .update(
                        "INSERT INTO message_log (receipt, received_at, party, certificate, service, outcome, key_month,"
                                + " request, request_digest, response_digest)"
                                + " VALUES ('r', ?, 'p', 'c', ?, 'ANSWERED', '2026-11', ?, ?, ?)",
                        now,
                        service,
                        new byte[1],
                        new byte[64],
                        new byte[64]);
    }

    static WrittenRecords withoutHistory(String key, int number) {
        return new WrittenRecords()
                .with(
                        IDENTITY,
                        "student",
                        key,
                        "personalCode",
                        Pupils.code(number),
                        "givenNames",
                        "Jonas",
                        "familyName",
                        "Petraitis",
                        "birthDate",
                        Pupils.BORN,
                        "validFrom",
                        Pupils.BORN);
    }
}
