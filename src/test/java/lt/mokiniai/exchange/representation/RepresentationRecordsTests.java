package lt.mokiniai.exchange.representation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import lt.mokiniai.exchange.evidence.PostgresServer;
import lt.mokiniai.exchange.representation.Representation.State;
import lt.mokiniai.exchange.representation.RepresentationRecords.Refused;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.oracle.OracleServer;
import lt.mokiniai.oracle.TestDatabase;
import lt.mokiniai.platform.database.TestLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is recorded of who acts for whom, on both databases. */
class RepresentationRecordsTests {

    private static final LegalEntityCode SCHOOL = new LegalEntityCode("191000018");
    private static final LegalEntityCode OTHER = LegalEntityCode.completing("19100020");
    private static final XRoadId VENDOR = XRoadId.parse("LT-DEMO/COM/190000093/vendor");
    private static final XRoadId RIVAL = XRoadId.parse("LT-DEMO/COM/190000101/rival");
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 15);
    private static final Instant NOON = TODAY.atTime(12, 0).atZone(Dates.ZONE).toInstant();

    /** How many databases were made on an Oracle; those of the next run have the same names. */
    private static final AtomicInteger MADE = new AtomicInteger();

    private static Stream<String> kinds() {
        return Stream.concat(Stream.of("H2", "PostgreSQL"), OracleServer.isThere() ? Stream.of("Oracle") : Stream.of());
    }

    /** An empty register. */
    private static DataSource empty(String kind) {
        String name = "records_" + UUID.randomUUID().toString().replace("-", "");
        TestDatabase empty = switch (kind) {
            case "H2" ->
                new TestDatabase(
                        "jdbc:h2:mem:" + name + ";MODE=Oracle;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000",
                        "sa",
                        "",
                        "classpath:db/migration/oracle");
            case "PostgreSQL" ->
                new TestDatabase(PostgresServer.newDatabase(name), "postgres", "", "classpath:db/migration/postgresql");
            default -> OracleServer.newDatabase("records_" + MADE.incrementAndGet());
        };
        return empty.migrated();
    }

    /** A register with two institutions, and nothing else. */
    private static DataSource database(String kind) {
        DataSource database = empty(kind);
        for (LegalEntityCode code : List.of(SCHOOL, OTHER)) {
            JdbcClient.create(database)
                    .sql("INSERT INTO institution (code, code_kind, name, institution_type, founder_kind, municipality,"
                            + " registered) VALUES (?, 'LEGAL_ENTITY', 'A school', 'GYMNASIUM', '20', '19',"
                            + " DATE '2000-01-01')")
                    .param(code.value())
                    .update();
        }
        return database;
    }

    private static RepresentationRecords at(DataSource database, Instant now) {
        return new RepresentationRecords(
                database, TestLimits.lookingEvery(Duration.ofSeconds(10)), Clock.fixed(now, Dates.ZONE));
    }

    private static boolean mayAct(DataSource database, XRoadId client, Instant at) {
        return new Representations(JdbcClient.create(database)).mayAct(client, SCHOOL, at);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aRightBeginsAndEndsWhenItIsToldTo(String kind) {
        DataSource database = database(kind);
        at(database, NOON).add(SCHOOL, VENDOR, TODAY, Optional.of(TODAY.plusDays(1)), "Ona");

        assertThat(mayAct(database, VENDOR, NOON.minusSeconds(1))).isFalse();
        assertThat(mayAct(database, VENDOR, NOON)).isTrue();
        Instant end = TODAY.plusDays(2).atStartOfDay(Dates.ZONE).toInstant();
        assertThat(mayAct(database, VENDOR, end.minusSeconds(1))).isTrue();
        assertThat(mayAct(database, VENDOR, end)).isFalse();
        assertThat(mayAct(database, RIVAL, NOON)).isFalse();
        assertThat(new Representations(JdbcClient.create(database)).mayAct(VENDOR, OTHER, NOON))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatEndsEndsAtOnceForThatInstitutionAloneAndStaysReadable(String kind) {
        DataSource database = database(kind);
        RepresentationRecords before = at(database, NOON);
        before.add(SCHOOL, VENDOR, TODAY, Optional.empty(), "Ona");
        before.add(OTHER, VENDOR, TODAY, Optional.empty(), "Ona");
        Instant later = NOON.plus(Duration.ofHours(1));
        assertThat(at(database, later).end(SCHOOL, VENDOR, Optional.empty(), "Jonas"))
                .hasSize(1);

        // Also by a clock that is behind.
        assertThat(mayAct(database, VENDOR, later)).isFalse();
        assertThat(mayAct(database, VENDOR, NOON)).isFalse();
        assertThat(new Representations(JdbcClient.create(database)).mayAct(VENDOR, OTHER, later))
                .isTrue();
        assertThat(before.all()).hasSize(2);
        Representation ended = before.all().get(0);
        assertThat(ended.at(later)).isEqualTo(State.WITHDRAWN);
        assertThat(ended.recorded().by()).isEqualTo("Ona");
        assertThat(ended.withdrawn().orElseThrow()).isEqualTo(new Representation.Recorded(later, "Jonas"));

        at(database, later).add(SCHOOL, RIVAL, TODAY, Optional.empty(), "Jonas");
        assertThat(mayAct(database, RIVAL, later)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatEndsOnADayStandsUntilThen(String kind) {
        DataSource database = database(kind);
        RepresentationRecords records = at(database, NOON);
        records.add(SCHOOL, VENDOR, TODAY, Optional.empty(), "Ona");
        records.end(SCHOOL, VENDOR, Optional.of(TODAY.plusDays(5)), "Ona");
        records.add(SCHOOL, RIVAL, TODAY.plusDays(6), Optional.empty(), "Ona");

        Instant change = TODAY.plusDays(6).atStartOfDay(Dates.ZONE).toInstant();
        assertThat(mayAct(database, VENDOR, NOON)).isTrue();
        assertThat(mayAct(database, VENDOR, change.minusSeconds(1))).isTrue();
        assertThat(mayAct(database, VENDOR, change)).isFalse();
        assertThat(mayAct(database, RIVAL, change.minusSeconds(1))).isFalse();
        assertThat(mayAct(database, RIVAL, change)).isTrue();
        assertThat(records.all()).hasSize(3);
        // What has not begun is taken back whole.
        records.end(SCHOOL, RIVAL, Optional.empty(), "Ona");
        assertThat(mayAct(database, RIVAL, change)).isFalse();
        assertThat(mayAct(database, VENDOR, NOON)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatMayNotBeRecordedIsToldAndRecordsNothing(String kind) {
        DataSource database = database(kind);
        RepresentationRecords records = at(database, NOON);
        records.add(SCHOOL, VENDOR, TODAY.plusDays(10), Optional.of(TODAY.plusDays(20)), "Ona");
        LegalEntityCode unknown = LegalEntityCode.completing("19899999");

        refused(() -> records.add(SCHOOL, RIVAL, TODAY, Optional.empty(), "Ona"), "acts for");
        refused(() -> records.add(SCHOOL, VENDOR, TODAY.plusDays(20), Optional.empty(), "Ona"), "acts for");
        refused(() -> records.add(OTHER, RIVAL, TODAY.minusDays(1), Optional.empty(), "Ona"), "in the past");
        refused(() -> records.add(OTHER, RIVAL, TODAY, Optional.of(TODAY.minusDays(1)), "Ona"), "before the first");
        refused(() -> records.add(unknown, RIVAL, TODAY, Optional.empty(), "Ona"), "has no institution");
        refused(() -> records.end(SCHOOL, RIVAL, Optional.empty(), "Ona"), "no right");
        refused(() -> records.end(OTHER, VENDOR, Optional.empty(), "Ona"), "no right");
        refused(() -> records.end(SCHOOL, VENDOR, Optional.of(TODAY.plusDays(20)), "Ona"), "no right");
        refused(() -> records.end(SCHOOL, VENDOR, Optional.of(TODAY.minusDays(1)), "Ona"), "in the past");
        assertThat(records.all()).hasSize(1);

        records.add(SCHOOL, RIVAL, TODAY, Optional.of(TODAY.plusDays(9)), "Ona");
        records.add(SCHOOL, RIVAL, TODAY.plusDays(21), Optional.empty(), "Ona");
        assertThat(records.all()).hasSize(3);
    }

    private static void refused(Callable<?> work, String why) {
        assertThatThrownBy(work::call).isInstanceOf(Refused.class).hasMessageContaining(why);
    }

    /** Of eight that are recorded at the same moment for one institution, one is. */
    @ParameterizedTest
    @MethodSource("kinds")
    void ofSeveralAtTheSameMomentOneIsRecorded(String kind) throws Exception {
        DataSource database = database(kind);
        int all = 8;
        CyclicBarrier together = new CyclicBarrier(all);
        ExecutorService threads = Executors.newFixedThreadPool(all);
        try {
            List<Future<Boolean>> recorded = IntStream.range(0, all)
                    .mapToObj(number -> threads.submit(() -> {
                        together.await();
                        try {
                            at(database, NOON)
                                    .add(
                                            SCHOOL,
                                            new XRoadId("LT-DEMO", "COM", "190000093", "v" + number),
                                            TODAY,
                                            Optional.empty(),
                                            "Ona");
                            return true;
                        } catch (Refused anotherActs) {
                            return false;
                        }
                    }))
                    .toList();
            int taken = 0;
            for (Future<Boolean> one : recorded) {
                taken += one.get() ? 1 : 0;
            }
            assertThat(taken).isOne();
            assertThat(at(database, NOON).all()).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Whoever goes past the command meets the constraint of PostgreSQL. */
    @Test
    void postgresRefusesTwoAtOnceWhoeverWrites() {
        DataSource database = database("PostgreSQL");
        at(database, NOON).add(SCHOOL, VENDOR, TODAY, Optional.empty(), "Ona");
        Representations rows = new Representations(JdbcClient.create(database));
        assertThatThrownBy(() -> rows.record(new Representation(
                        SCHOOL,
                        RIVAL,
                        NOON.plusSeconds(60),
                        Optional.empty(),
                        new Representation.Recorded(NOON, "somebody"),
                        Optional.empty())))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("representation_one_at_a_time");
    }
}
