package lt.mokiniai.tools.demo.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSetMetaData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import lt.mokiniai.register.OracleGrammar;
import lt.mokiniai.register.bench.SqlLog;
import lt.mokiniai.register.dump.DumpedLines;
import lt.mokiniai.register.dump.RegisterDump;
import lt.mokiniai.register.form.RecordKind;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.ResultSetExtractor;

/** The dump of the demo register: that all of it is written, and nothing but what the register says. */
class DemoDumpTests {

    private static final Map<String, RecordKind> KINDS = Map.ofEntries(
            Map.entry("institution", RecordKind.INSTITUTION),
            Map.entry("programme", RecordKind.PROGRAMME),
            Map.entry("programme_module", RecordKind.MODULE),
            Map.entry("licence", RecordKind.LICENCE),
            Map.entry("person_identity", RecordKind.IDENTITY),
            Map.entry("person_origin", RecordKind.ORIGIN),
            Map.entry("person_citizenship", RecordKind.CITIZENSHIP),
            Map.entry("person_residence", RecordKind.RESIDENCE),
            Map.entry("person_guardian", RecordKind.GUARDIAN),
            Map.entry("person_special_needs", RecordKind.SPECIAL_NEEDS),
            Map.entry("person_restriction", RecordKind.RESTRICTION),
            Map.entry("enrolment_term", RecordKind.ENROLMENT),
            Map.entry("enrolment_stage", RecordKind.STAGE),
            Map.entry("enrolment_interruption", RecordKind.INTERRUPTION),
            Map.entry("enrolment_result", RecordKind.RESULT),
            Map.entry("certificate", RecordKind.CERTIFICATE),
            Map.entry("certificate_state", RecordKind.CERTIFICATE_STATE),
            Map.entry("certificate_subject", RecordKind.CERTIFICATE_SUBJECT),
            Map.entry("certificate_module", RecordKind.CERTIFICATE_MODULE),
            Map.entry("certificate_check", RecordKind.CERTIFICATE_CHECK),
            Map.entry("certificate_link", RecordKind.CERTIFICATE_LINK),
            Map.entry("person_write", RecordKind.WRITE),
            Map.entry("person_merge", RecordKind.MERGE),
            Map.entry("person_distinct", RecordKind.DISTINCT));

    /** What is not in the form (docs/load.md), or follows from what is: a new table stands here or among the kinds. */
    private static final Set<String> NOT_DUMPED = Set.of(
            "person",
            "enrolment",
            "certificate_language",
            "code_list",
            "code_list_version",
            "code_list_entry",
            "identity_lock",
            "open_write",
            "load_lock",
            "load_run",
            "load_file",
            "loaded_student",
            "task",
            "transfer",
            "class_batch",
            "class_batch_entry",
            "class_batch_finding",
            "representation",
            "open_exchange",
            "master_key",
            "stored_key",
            "log_key",
            "message_log",
            "accepted_message",
            "refused_message",
            "message_student",
            "message_student_month",
            "quota_message",
            "quota_month",
            "quota_student",
            "quota_look",
            "contract_alarm",
            "contract_delivery",
            // Their registers deliver them anew.
            "source_series",
            "delivery",
            "delivery_record",
            "delivery_finding",
            "delivery_held",
            "institution_fact",
            "institution_former_code",
            "programme_fact",
            "programme_code",
            "programme_module_fact",
            "programme_qualification",
            "licence_fact",
            "pedagogue_post",
            "contract_text",
            "contract_set",
            "contract_activation",
            "contract_lock",
            "contract_version",
            "unknown_message",
            "unknown_message_place",
            "unlogged_count",
            "flyway_schema_history");

    /** Of a stage of which every item was told. */
    private static final int ALL_TOLD = 4079;

    /** Follow from what is dumped: whose a row is, the forms in which names are looked up, and what an owner says already. */
    private static final Set<String> FOLLOWING = Set.of(
            "id",
            "person_id",
            "enrolment_id",
            "certificate_id",
            "name_key",
            "class_key",
            "holder_name_key",
            "enrolment_stage.institution",
            // The Programmes Register delivers it.
            "programme.identifier",
            // Bits, which are written as names.
            "enrolment_stage.told");

    private static Database h2;
    private static DumpedLines dumped;

    @BeforeAll
    static void fill() {
        h2 = Database.h2().filled(1_100, 1);
        dumped = dump(h2);
    }

    @AfterAll
    static void close() {
        h2.close();
    }

    private static DumpedLines dump(Database database) {
        return dump(source(database));
    }

    private static DumpedLines dump(DataSource source) {
        DumpedLines lines = new DumpedLines();
        new RegisterDump(source).dump(lines, done -> {});
        return lines;
    }

    private static DataSource source(Database database) {
        return Objects.requireNonNull(database.jdbc.getDataSource());
    }

    @Test
    void writesAsManyRecordsOfEachKindAsThereAreRows() {
        KINDS.forEach((table, kind) -> assertThat(dumped.of(kind)).as(table).hasSize(h2.count(table)));
        assertThat(dumped.students()).hasSize(h2.count("person")).isSorted().contains(DemoCast.MOVED.registerId());
    }

    @Test
    void everyTableIsDumpedOrKnownNotToBe() {
        assertThat(h2.strings("SELECT LOWER(table_name) FROM information_schema.tables WHERE table_schema = 'PUBLIC'"
                        + " AND table_type = 'BASE TABLE'"))
                .isNotEmpty()
                .allMatch(table -> KINDS.containsKey(table) || NOT_DUMPED.contains(table));
        assertThat(KINDS.values()).containsExactlyInAnyOrder(RecordKind.values());
    }

    @Test
    void readsEveryColumnThatDoesNotFollowFromOthers() {
        Set<String> unread = new TreeSet<>();
        KINDS.forEach((table, kind) -> columns(table)
                .filter(column -> !FOLLOWING.contains(column) && !FOLLOWING.contains(table + "." + column))
                .filter(column -> isHeld(table, column) && !isWritten(kind, table, column))
                .forEach(column -> unread.add(table + "." + column)));
        assertThat(unread).isEmpty();
    }

    @Test
    void writesWhatAStageToldWhereItIsNotAll() {
        assertThat(dumped.of(RecordKind.STAGE).map(line -> line.value("told")).filter(Objects::nonNull))
                .hasSize(h2.count("enrolment_stage WHERE told <> " + ALL_TOLD));
    }

    private static Stream<String> columns(String table) {
        ResultSetExtractor<List<String>> names = rows -> {
            List<String> all = new ArrayList<>();
            ResultSetMetaData columns = rows.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                all.add(columns.getColumnName(i).toLowerCase(Locale.ROOT));
            }
            return all;
        };
        return Objects.requireNonNull(h2.jdbc.query("SELECT * FROM " + table + " WHERE 1 = 0", names)).stream();
    }

    private static boolean isHeld(String table, String column) {
        return h2.count(table + " WHERE " + column + " IS NOT NULL") > 0;
    }

    /** As many records have a value as rows have, in the column that says the same. */
    private static boolean isWritten(RecordKind kind, String table, String column) {
        int rows = h2.count(table + " WHERE " + column + " IS NOT NULL");
        Set<String> values = new TreeSet<>(h2.strings("SELECT DISTINCT SUBSTR(CAST(" + column
                + " AS VARCHAR2(300 CHAR)), 1, 10) FROM " + table + " WHERE " + column + " IS NOT NULL"));
        return kind.columns().stream()
                .map(each -> dumped.of(kind)
                        .map(line -> line.value(each.name()))
                        .filter(Objects::nonNull)
                        .toList())
                .anyMatch(written ->
                        written.size() == rows && (values.equals(starts(written)) || column.endsWith("_id")));
    }

    private static Set<String> starts(List<String> values) {
        Set<String> starts = new TreeSet<>();
        values.forEach(value -> starts.add(value.substring(0, Math.min(10, value.length()))));
        return starts;
    }

    @Test
    void writesOnPostgresqlWhatItWritesOnH2() {
        try (Database postgres = Database.postgres("demo_dump").filled(1_100, 1)) {
            assertThat(dump(postgres).all()).isEqualTo(dumped.all());
        }
    }

    @Test
    void namesCertificatesByTheirPlaceAndLinksByTheseNames() {
        String student = DemoCast.PAPER_CERTIFICATE.registerId();
        assertThat(dumped.of(RecordKind.CERTIFICATE)
                        .filter(line -> student.equals(line.value("student")))
                        .map(line -> line.value("certificate")))
                .containsExactly("1", "2");
        assertThat(dumped.of(RecordKind.CERTIFICATE_LINK)
                        .filter(line -> student.equals(line.value("student")))
                        .map(line -> line.value("certificate") + " " + line.value("kind") + " " + line.value("other")))
                .containsExactly("2 DUPLICATE_OF 1");
    }

    @Test
    void writesWhatWasBelievedOnceWithWhatIsBelievedNow() {
        String student = DemoCast.CORRECTED.registerId();
        assertThat(dumped.of(RecordKind.STAGE)
                        .filter(line -> student.equals(line.value("student")))
                        .filter(line -> line.value("believedUntil") != null)
                        .map(line -> line.value("className")))
                .contains("7B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void isOfOneMomentWhateverIsWrittenMeanwhile(String kind) {
        try (Database database = kind.equals("H2") ? Database.h2() : Database.postgres("demo_moment")) {
            database.filled(20, 1);
            DumpedLines before = dump(database);
            DumpedLines meanwhile = new DumpedLines();
            // Before the first student; in a transaction of its own, since that of the dump is bound to its thread.
            new RegisterDump(source(database))
                    .dump(
                            meanwhile,
                            done -> CompletableFuture.runAsync(() -> {
                                        database.jdbc.update("UPDATE person_identity SET given_names = 'Vėliau'");
                                        database.jdbc.update("DELETE FROM person_residence");
                                    })
                                    .join());
            assertThat(meanwhile.all()).isEqualTo(before.all());
            assertThat(dump(database).of(RecordKind.RESIDENCE)).isEmpty();
        }
    }

    @Test
    void asksInTheSqlOfOracle() {
        SqlLog log = new SqlLog(source(h2));
        dump(log);
        assertThat(log.all())
                .hasSizeGreaterThan(RecordKind.values().length)
                .allSatisfy(statement -> assertThat(
                                OracleGrammar.complaintAbout(statement.replaceAll("\\?(, ?\\?)+", "?, ?")))
                        .isEmpty());
    }
}
