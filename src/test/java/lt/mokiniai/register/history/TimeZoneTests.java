package lt.mokiniai.register.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.Supplier;
import lt.mokiniai.oracle.OracleServer;
import lt.mokiniai.oracle.TestDatabase;
import lt.mokiniai.register.bench.Numbers;
import lt.mokiniai.register.bench.SettableClock;
import lt.mokiniai.register.students.facts.PersonResidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever zones the machine of a node and the session of its database have, days stay days and times stay times, to the
 * microsecond: what one node writes, another one reads.
 */
class TimeZoneTests {

    /** A minute before the clocks of Vilnius go forward; it is another day in most zones of the test. */
    private static final Instant RECORDED = Instant.parse("2026-03-29T00:59:00.123456Z");

    /** On this day the clocks of Cairo go forward at midnight, so that it does not begin at 0:00 there. */
    private static final LocalDate FROM = LocalDate.of(2026, 4, 24);

    private static final LocalDate TO = LocalDate.of(2026, 10, 25);

    /** Who was written, and when. */
    private record Written(long person, Instant at) {}

    private final SettableClock clock = new SettableClock();

    @ParameterizedTest
    @CsvSource({
        "Europe/Vilnius, Asia/Tokyo",
        "America/New_York, Pacific/Kiritimati",
        "Pacific/Kiritimati, America/St_Johns",
        "Africa/Cairo, Pacific/Pago_Pago",
        "UTC, Asia/Kolkata"
    })
    void onH2(String machine, String session) {
        String address = HistoryNode.h2(UUID.randomUUID().toString());
        assertIsReadAsItWasWritten(
                () -> HistoryNode.ofOwnTime(address + ";TIME ZONE=" + session, clock),
                () -> HistoryNode.ofOwnTime(address + ";TIME ZONE=UTC", clock),
                machine);
    }

    /** Its driver has the session take the zone of the machine. */
    @Test
    void onPostgresql() {
        String address = HistoryNode.postgres("zones");
        Supplier<HistoryNode> node = () -> HistoryNode.ofOwnTime(address, clock);
        assertIsReadAsItWasWritten(node, node, "Africa/Cairo");
        assertIsReadAsItWasWritten(node, node, "Pacific/Kiritimati");
    }

    @Test
    void onOracle() {
        assumeTrue(OracleServer.isThere(), "no Oracle (docs/oracle.md)");
        TestDatabase database = OracleServer.newDatabase("zones");
        Supplier<HistoryNode> node = () -> HistoryNode.ofOwnTime(database, clock);
        assertIsReadAsItWasWritten(node, node, "Africa/Cairo");
        assertIsReadAsItWasWritten(node, node, "Pacific/Kiritimati");
    }

    private void assertIsReadAsItWasWritten(
            Supplier<HistoryNode> writing, Supplier<HistoryNode> reading, String machine) {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(machine));
            try (HistoryNode writer = writing.get()) {
                Written first = write(writer);
                assertIsThere(writer, first);
                TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
                try (HistoryNode reader = reading.get()) {
                    assertIsThere(reader, first);
                    Written second = write(reader);
                    TimeZone.setDefault(TimeZone.getTimeZone(machine));
                    assertIsThere(writer, second);
                }
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private Written write(HistoryNode node) {
        clock.set(RECORDED);
        long person = node.register(
                Numbers.registerId(),
                history -> history.asserts(
                        new PersonResidence(history.person(), "13", null, null, null, null), new Term(FROM, TO)));
        Instant at = node.lastRecorded(person);
        // What is recorded has a time of its own.
        assertThat(Duration.between(RECORDED, at)).isBetween(Duration.ZERO, Duration.ofNanos(10_000));
        return new Written(person, at);
    }

    private static void assertIsThere(HistoryNode node, Written written) {
        long person = written.person();
        assertThat(node.lastRecorded(person)).isEqualTo(written.at());
        assertThat(rows(node, person, written.at())).containsExactly(new Term(FROM, TO));
        assertThat(rows(node, person, written.at().minus(1, ChronoUnit.MICROS))).isEmpty();
        // As an entity too.
        List<Term> believed = node.change(
                person,
                history -> history.believed(PersonResidence.class, history.person()).stream()
                        .map(Fact::term)
                        .toList());
        assertThat(believed).containsExactly(new Term(FROM, TO));
    }

    /** What was known at a time and held on the first and on the last day. */
    private static List<Term> rows(HistoryNode node, long person, Instant knownAt) {
        return node.jdbc()
                .sql("SELECT valid_from, valid_to FROM person_residence WHERE person_id = ? AND recorded_at <= ?"
                        + " AND valid_from = ? AND valid_to = ?")
                .params(person, knownAt.atOffset(ZoneOffset.UTC), FROM, TO)
                .query((row, number) -> new Term(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
                .list();
    }
}
