package lt.mokiniai.tools.demo.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lt.mokiniai.exchange.keys.TestKeys;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.register.dump.DumpedLines;
import lt.mokiniai.register.dump.RegisterDump;
import lt.mokiniai.register.enrolments.facts.EnrolmentStage;
import lt.mokiniai.register.enrolments.facts.EnrolmentTerm;
import lt.mokiniai.register.enrolments.facts.Leaving;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.enrolments.facts.StageChange;
import lt.mokiniai.register.enrolments.facts.StageContent;
import lt.mokiniai.register.form.Column;
import lt.mokiniai.register.form.RecordKind;
import lt.mokiniai.register.history.Fact;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.HistoryNode;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.results.facts.EnrolmentResult;
import lt.mokiniai.register.students.facts.PersonCitizenship;
import lt.mokiniai.register.students.facts.PersonGuardian;
import lt.mokiniai.register.students.facts.PersonIdentity;
import lt.mokiniai.register.students.facts.PersonName;
import lt.mokiniai.register.students.facts.PersonOrigin;
import lt.mokiniai.register.students.facts.PersonResidence;
import lt.mokiniai.register.students.facts.PersonRestriction;
import lt.mokiniai.register.students.facts.PersonSpecialNeeds;
import lt.mokiniai.tools.command.Commands;
import lt.mokiniai.tools.command.loading.WrittenRegister;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The demo register with its cast is moved from H2 to PostgreSQL by the commands, and nothing of it is lost or added. */
class DemoMoveTests {

    /** What is not dumped, since it follows from the rest, by whose it is: it must be the same after a load. */
    private static final List<String> FOLLOWING = List.of(
            "SELECT p.register_id, f.name_key FROM person_identity f JOIN person p ON p.id = f.person_id",
            "SELECT o.register_id, f.institution FROM enrolment_stage f JOIN enrolment o ON o.id = f.enrolment_id",
            "SELECT o.register_id, f.class_key FROM enrolment_stage f JOIN enrolment o ON o.id = f.enrolment_id",
            "SELECT p.register_id, f.holder_name_key FROM certificate f JOIN person p ON p.id = f.person_id");

    private static final List<String> FOLLOWING_TIMES = List.of(
            "SELECT register_id, recorded_at FROM person",
            "SELECT register_id, last_recorded_at FROM person",
            "SELECT register_id, recorded_at FROM enrolment");

    private static final String BASIC = "910401001";
    private static final String MUSIC = "910801001";

    @TempDir
    static Path folder;

    private static Database h2;
    private static String postgres;
    private static Path dump;
    private static Commands.Outcome loaded;

    @BeforeAll
    static void move() {
        h2 = Database.h2().filled(600, 1);
        write();
        dump = folder.resolve("dump");
        assertThat(Commands.run(
                        "dump",
                        "--to",
                        dump.toString(),
                        "--spring.datasource.url=" + h2.address,
                        "--spring.datasource.username=sa"))
                .satisfies(outcome -> assertThat(outcome.err()).isEmpty())
                .extracting(Commands.Outcome::code)
                .isEqualTo(0);
        postgres = HistoryNode.postgres("demo_move");
        loaded = load(postgres, dump, "1");
    }

    /** Merges in a chain, a merge that was undone, an enrolment that was struck, one that ended and one that is interrupted. */
    private static void write() {
        try (WrittenRegister written = WrittenRegister.on(h2.address)) {
            written.register("0000000000000011", DemoMoveTests::identifies);
            written.merge("0000000000000011", DemoCast.NO_CODE.registerId());
            written.merge(DemoCast.NO_CODE.registerId(), DemoCast.MUSIC_ONLY.registerId());
            written.register("0000000000000022", DemoMoveTests::identifies);
            written.merge("0000000000000022", DemoCast.RENAMED.registerId());
            written.split("0000000000000022");
            written.correct(
                    DemoCast.KAUNAS_STUDENT.registerId(),
                    history -> enrolment(history, MUSIC).strike(history));
            written.correct(
                    DemoCast.CORRECTED.registerId(),
                    history -> enrolment(history, BASIC)
                            .withdraw(history, LocalDate.of(2026, 10, 30), new Leaving("TRANSFER", null)));
            written.correct(
                    DemoCast.CHANGED_CODE.registerId(),
                    history -> enrolment(history, BASIC)
                            .interrupt(
                                    history,
                                    new Term(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 1)),
                                    "ILLNESS"));
            written.register("0000000000000033", DemoMoveTests::learnsWithoutASayOfHow);
            endEachKind(written);
        }
        assertThat(h2.count("person_merge")).isEqualTo(4);
        assertThat(h2.count("person_distinct")).isOne();
        fillWhatOperationsLeaveEmpty();
    }

    /** Of each kind of fact about a person something ended, which was believed to go on. */
    private static void endEachKind(WrittenRegister written) {
        Map.of(
                        "person_origin", PersonOrigin.class,
                        "person_citizenship", PersonCitizenship.class,
                        "person_residence", PersonResidence.class,
                        "person_guardian", PersonGuardian.class,
                        "person_special_needs", PersonSpecialNeeds.class,
                        "person_restriction", PersonRestriction.class)
                .forEach((table, kind) -> written.correct(
                        h2.strings("SELECT MAX(p.register_id) FROM " + table + " f JOIN person p ON p.id = f.person_id"
                                        + " WHERE f.believed_until IS NULL AND f.valid_to IS NULL")
                                .get(0),
                        history -> end(history, history.believed(kind, history.person()))));
        written.correct(
                h2.strings("SELECT MAX(p.register_id) FROM enrolment_result f JOIN enrolment e ON e.id = f.enrolment_id"
                                + " JOIN person p ON p.id = e.person_id WHERE f.believed_until IS NULL")
                        .get(0),
                history -> end(
                        history,
                        history.owned(RegisteredEnrolment.class).stream()
                                .flatMap(each -> history.believed(EnrolmentResult.class, each).stream())
                                .toList()));
        written.correct(DemoCast.CHANGED_CODE.registerId(), history -> {
            RegisteredEnrolment basic = enrolment(history, BASIC);
            basic.correctInterruption(
                    history,
                    basic.interruption(history, LocalDate.of(2026, 10, 1), "").orElseThrow(),
                    new Term(LocalDate.of(2026, 10, 2), LocalDate.of(2026, 11, 1)),
                    null);
        });
    }

    private static void end(History history, List<? extends Fact> facts) {
        Fact goingOn = facts.stream()
                .filter(fact -> fact.term().to() == null)
                .findFirst()
                .orElseThrow();
        history.ends(goingOn, LocalDate.of(2026, 11, 20));
    }

    /** No operation of a school writes it, or none of those above. */
    private static void fillWhatOperationsLeaveEmpty() {
        h2.jdbc.update("INSERT INTO institution (code, code_kind, name, institution_type, founder_kind,"
                + " founder_municipality, parent_code, municipality, county, address, registered, deregistered, successor)"
                + " SELECT '" + LegalEntityCode.completing("30500000").value() + "', code_kind, 'Buvusi mokykla',"
                + " institution_type, '20', municipality, code, municipality, county, 'Senoji g. 1', registered,"
                + " DATE '2020-08-31', code FROM institution WHERE code = (SELECT MIN(code) FROM institution"
                + " WHERE code_kind = 'LEGAL_ENTITY' AND county IS NOT NULL)");
        h2.jdbc.update("INSERT INTO programme (state_code, name_lt, name_en, family, isced, education_level, volume,"
                + " registered, deregistered) SELECT '910401099', name_lt, name_en, family, '244', 'BASIC',"
                + " '2 metai', registered, DATE '2020-08-31' FROM programme WHERE state_code = '" + BASIC + "'");
        h2.jdbc.update("INSERT INTO licence (institution, programme, valid_from, valid_to)"
                + " SELECT MIN(code), '910401099', DATE '2015-01-01', DATE '2020-08-31' FROM institution");
        h2.jdbc.update("UPDATE enrolment_term SET unit = 'Filialas' WHERE came_from IS NOT NULL");
        h2.jdbc.update("UPDATE enrolment_result SET kind = 'INTERMEDIATE_CHECK', grade = NULL, score = 70 WHERE id ="
                + " (SELECT MIN(id) FROM enrolment_result WHERE kind = 'ANNUAL_GRADE' AND course IS NULL)");
        h2.jdbc.update("UPDATE person_write SET user_id = 'Ona Pavyzdytė', overruled = 'MR-601 MR-602'"
                + " WHERE reason IS NOT NULL");
        // Of before texts had rules.
        h2.jdbc.update("UPDATE person_merge SET reason = ? WHERE believed_until IS NOT NULL", "Vienas\nasmuo ");
        h2.jdbc.update("UPDATE person_merge SET valid_to = DATE '2027-01-01' WHERE believed_until IS NULL");
    }

    /** Enrolled where nothing was told of how the student learns: a contract may let a school set nothing of it. */
    private static void learnsWithoutASayOfHow(History history) {
        history.asserts(
                new PersonIdentity(
                        history.person(),
                        null,
                        null,
                        new PersonName("Ieva", "Nuotolinė"),
                        LocalDate.of(2011, 11, 5),
                        null,
                        null),
                Term.since(LocalDate.of(2011, 11, 5)));
        RegisteredEnrolment enrolment = new RegisteredEnrolment(
                history.person(),
                "E000000000000033",
                InstitutionCode.of(h2.strings("SELECT MAX(institution) FROM enrolment WHERE programme = ?", MUSIC)
                        .get(0)),
                MUSIC);
        Term term = Term.since(LocalDate.of(2026, 9, 1));
        history.adds(enrolment);
        history.asserts(new EnrolmentTerm(enrolment, null, null, null, null), term);
        history.asserts(
                new EnrolmentStage(enrolment, new StageChange(Set.of(), StageContent.NONE), StageContent.NONE), term);
    }

    private static void identifies(History history) {
        history.asserts(
                new PersonIdentity(
                        history.person(),
                        null,
                        null,
                        new PersonName("Ona", "Kazlauskė"),
                        LocalDate.of(2011, 11, 5),
                        null,
                        null),
                Term.since(LocalDate.of(2011, 11, 5)));
    }

    /** The one in a programme that goes on. */
    private static RegisteredEnrolment enrolment(History history, String programme) {
        return history.records().stream()
                .filter(RegisteredEnrolment.class::isInstance)
                .map(RegisteredEnrolment.class::cast)
                .filter(each -> each.programme().equals(programme))
                .filter(each ->
                        each.isBelieved(history) && each.term(history).term().to() == null)
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    static void close() {
        h2.close();
    }

    private static Commands.Outcome load(String address, Path files, String report, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "load",
                files.toString(),
                "--report",
                folder.resolve("report-" + report + ".csv").toString(),
                "--operator",
                "Ona Pavyzdytė",
                "--spring.datasource.url=" + address,
                "--spring.datasource.username=" + (address.startsWith("jdbc:h2") ? "sa" : "postgres"),
                "--mokiniai.key.master=" + TestKeys.MASTER,
                "--mokiniai.exchange.register=LT/GOV/190000008/mokiniai",
                "--mokiniai.students.invented-codes=true"));
        words.addAll(List.of(more));
        return Commands.run(words.toArray(String[]::new));
    }

    /** What is empty in all rows could be forgotten by a dump, or by a load, and nobody would see it. */
    @Test
    void noColumnOfTheFormIsEmpty() {
        DumpedLines lines = new DumpedLines();
        new RegisterDump(Objects.requireNonNull(h2.jdbc.getDataSource())).dump(lines, done -> {});
        Set<String> empty = new TreeSet<>();
        for (RecordKind kind : RecordKind.values()) {
            kind.columns().stream()
                    .map(Column::name)
                    .filter(column -> lines.of(kind).allMatch(line -> line.value(column) == null))
                    .forEach(column -> empty.add(kind + "." + column));
        }
        assertThat(empty).isEmpty();
        assertThat(lines.of(RecordKind.STAGE).map(line -> line.value("told"))).contains("NONE");
    }

    @Test
    void loadsAllOfIt() throws IOException {
        assertThat(loaded.err()).isEmpty();
        assertThat(loaded.out())
                .contains("Students loaded: " + h2.count("person") + "; there already: 0; refused: 0.")
                .doesNotContain("  refused ");
        assertThat(loaded.code()).isZero();
        // Some of the demo are older than their classmates, and two have one name and one birthday: unusual, and no
        // more.
        assertThat(Files.readAllLines(folder.resolve("report-1.csv"))).first().isEqualTo("file,line,code,field,lt,en");
        assertThat(Files.readAllLines(folder.resolve("report-1.csv")).stream().skip(1))
                .anyMatch(line -> line.contains(",MR-602,classLevel,"))
                .anyMatch(line -> line.contains(",MR-611,givenNames,"))
                .allMatch(line -> line.contains(",MR-602,classLevel,") || line.contains(",MR-611,givenNames,"));
    }

    @Test
    void theSecondDumpIsByteForByteTheFirst() throws IOException {
        Path again = folder.resolve("again");
        assertThat(Commands.run(
                                "dump",
                                "--to",
                                again.toString(),
                                "--spring.datasource.url=" + postgres,
                                "--spring.datasource.username=postgres")
                        .code())
                .isZero();
        try (Stream<Path> files = Files.list(dump)) {
            List<Path> all = files.toList();
            assertThat(all).hasSizeGreaterThan(15);
            for (Path file : all) {
                assertThat(again.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
        try (Stream<Path> files = Files.list(again)) {
            assertThat(files.map(Path::getFileName)).allMatch(name -> Files.exists(dump.resolve(name)));
        }
    }

    @Test
    void whatFollowsFromTheDumpIsTheSame() {
        JdbcTemplate there = new JdbcTemplate(new DriverManagerDataSource(postgres, "postgres", ""));
        RowMapper<String> texts = (row, number) -> row.getString(1) + " " + row.getString(2);
        RowMapper<String> times = (row, number) ->
                row.getString(1) + " " + row.getObject(2, OffsetDateTime.class).toInstant();
        FOLLOWING.forEach(question -> assertThat(there.query(question, texts))
                .as(question)
                .containsExactlyInAnyOrderElementsOf(h2.jdbc.query(question, texts)));
        FOLLOWING_TIMES.forEach(question -> assertThat(there.query(question, times))
                .as(question)
                .containsExactlyInAnyOrderElementsOf(h2.jdbc.query(question, times)));
    }

    @Test
    void aSecondLoadChangesNothing() {
        Commands.Outcome second = load(postgres, dump, "2");
        assertThat(second.out()).contains("Students loaded: 0; there already: " + h2.count("person") + "; refused: 0.");
        assertThat(second.code()).isZero();
    }

    @Test
    void anXmlFileSaysTheSame() {
        Path xml = folder.resolve("register.xml");
        Commands.Outcome dumped = Commands.run(
                "dump",
                "--to",
                xml.toString(),
                "--json",
                "--spring.datasource.url=" + h2.address,
                "--spring.datasource.username=sa");
        assertThat(dumped.out())
                .contains("\"students\" : " + h2.count("person"))
                .contains("\"stages.csv\" : " + h2.count("enrolment_stage"))
                .contains("\"changed\" : " + h2.count("person_merge WHERE believed_until IS NOT NULL"));
        Commands.Outcome tried = load(postgres, xml, "3", "--dry-run");
        assertThat(tried.err()).isEmpty();
        assertThat(tried.out())
                .contains("there already: " + h2.count("person") + ";")
                .contains("Nothing was loaded.");
    }

    @Test
    void aDryRunOnAnEmptyDatabaseSaysWhatALoadWouldDoAndLeavesNothing() {
        String empty = HistoryNode.postgres("demo_move_dry");
        Commands.Outcome tried = load(empty, dump, "4", "--dry-run", "--lang", "lt");
        assertThat(tried.err()).isEmpty();
        assertThat(tried.out())
                .contains("Būtų įkelta mokinių: " + h2.count("person")
                        + "; jau yra: 0; būtų atmesta: 0. Nieko neįkelta.");
        JdbcTemplate there = new JdbcTemplate(new DriverManagerDataSource(empty, "postgres", ""));
        for (String table : List.of("person", "institution", "message_log", "load_run")) {
            assertThat(there.queryForObject("SELECT COUNT(*) FROM " + table, Integer.class))
                    .as(table)
                    .isZero();
        }
    }

    /** Who did it and with what is known; what came of it too. */
    @Test
    void eachLoadHasARowInTheMessageLog() {
        JdbcTemplate there = new JdbcTemplate(new DriverManagerDataSource(postgres, "postgres", ""));
        assertThat(there.queryForList(
                        "SELECT party || ' ' || service || ' ' || operation || ' ' || user_id || ' ' || outcome || ' ' || students"
                                + " FROM message_log WHERE students > 0",
                        String.class))
                .containsExactly("190000008 operator load Ona Pavyzdytė ANSWERED " + h2.count("person"));
        assertThat(there.queryForList("SELECT receipt FROM message_log", String.class))
                .containsExactlyInAnyOrderElementsOf(there.queryForList("SELECT receipt FROM load_run", String.class));
    }
}
