package lt.mokiniai.tools.command.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import lt.mokiniai.exchange.evidence.LoggedExchange.Unsealed;
import lt.mokiniai.exchange.evidence.PostgresServer;
import lt.mokiniai.exchange.keys.TestKeys;
import lt.mokiniai.tools.command.Commands;
import lt.mokiniai.tools.command.Commands.Outcome;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The command that loads a register; what it takes for right and wrong is tried with the register's modules. */
class LoadTests {

    private static final String STUDENTS = """
            student,givenNames,familyName,birthDate,validFrom
            1,Ona,Pavyzdytė,2012-05-05,2012-05-05
            2,Jonas,Pavyzdys,2013-05-05,2013-05-05
            """;

    private static int databases;

    @TempDir
    private Path folder;

    private String address = "";
    private DataSource database = new DriverManagerDataSource();
    private JdbcClient jdbc = JdbcClient.create(database);

    @BeforeEach
    void anEmptyDatabase() {
        address = PostgresServer.newDatabase("load_command_" + ++databases);
        database = new DriverManagerDataSource(address, "postgres", "");
        jdbc = JdbcClient.create(database);
    }

    private Outcome load(String... words) {
        List<String> all = new ArrayList<>(List.of(
                "load",
                folder.toString(),
                "--spring.datasource.url=" + address,
                "--spring.datasource.username=postgres",
                "--mokiniai.key.master=" + TestKeys.MASTER,
                "--mokiniai.exchange.register=LT/GOV/190000008/mokiniai"));
        all.addAll(List.of(words));
        if (!all.contains("--report")) {
            all.addAll(List.of("--report", report().toString()));
        }
        return Commands.run(all.toArray(String[]::new));
    }

    private Path report() {
        return folder.resolveSibling(folder.getFileName() + "-report.csv");
    }

    private void students(String content) throws IOException {
        Files.writeString(folder.resolve("students.csv"), content);
    }

    @Test
    void makesTheTablesAndLoads() throws IOException {
        students(STUDENTS);
        Outcome outcome = load();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("Read: students 2, records 2.", "Students loaded: 2; there already: 0; refused: 0.");
        assertThat(outcome.code()).isZero();
        assertThat(load().out()).contains("Students loaded: 0; there already: 2; refused: 0.");
        assertThat(count("person")).isEqualTo(2);
    }

    @Test
    void saysWhatIsWrongByCodeAndWhereInAFileThatItsOwnerAloneReads() throws IOException {
        students(STUDENTS.replace("2013-05-05,2013-05-05", "2013-02-30,2013-05-05"));
        Outcome outcome = load("--lang", "lt");
        assertThat(outcome.code()).isOne();
        assertThat(outcome.out())
                .contains("Įkelta mokinių: 1; jau buvo: 0; atmesta: 1.", "MR-L203  atmesta 1  students.csv:3");
        assertThat(Files.readAllLines(report()))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("students.csv,3,MR-L203,birthDate,");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(report())))
                .isEqualTo("rw-------");

        students(STUDENTS);
        Outcome mended = load();
        assertThat(mended.out()).contains("Students loaded: 1; there already: 1; refused: 0.");
        assertThat(Files.readAllLines(report())).hasSize(1);
    }

    @Test
    void loadsNothingOfAFileThatIsCutOff() throws IOException {
        Files.write(folder.resolve("students.csv"), (STUDENTS + "3,Ona").getBytes(StandardCharsets.UTF_8));
        Outcome outcome = load();
        assertThat(outcome.code()).isOne();
        assertThat(outcome.out()).contains("so nothing was loaded", "MR-L103");
        assertThat(count("person")).isZero();
        assertThat(count("message_log")).isZero();
    }

    @Test
    void tenThousandErrorsAreALineOnTheScreen() throws IOException {
        StringBuilder wrong = new StringBuilder("student,givenNames,familyName,birthDate,validFrom\n");
        for (int i = 0; i < 10_000; i++) {
            wrong.append(i).append(",Ona,Pavyzdytė,2012-02-30,2012-05-05\n");
        }
        students(wrong.toString());
        Outcome outcome = load("--dry-run");
        assertThat(outcome.code()).isOne();
        assertThat(outcome.out()).contains("MR-L203  refused 10000  students.csv:2, students.csv:3, students.csv:4, …");
        assertThat(outcome.out().lines()).hasSizeLessThan(10);
        assertThat(Files.readAllLines(report())).hasSize(10_001);
    }

    @Test
    void printsJsonForPrograms() throws IOException {
        students(STUDENTS);
        assertThat(load("--json").out())
                .contains("\"students\" : 2", "\"loaded\" : 2", "\"refused\" : 0", "\"findings\" : [ ]");
    }

    /** What it was loaded with and what came of it are kept as messages are. */
    @Test
    void leavesARowInTheMessageLog() throws IOException {
        students(STUDENTS);
        load("--operator", "Ona");
        Unsealed kept = jdbc.sql("SELECT * FROM message_log WHERE outcome = 'ANSWERED' AND user_id = 'Ona'")
                .query((row, number) -> Unsealed.of(row, TestKeys.on(database).months))
                .single();
        assertThat(new String(kept.request(), StandardCharsets.UTF_8))
                .contains("\"operator\" : \"Ona\"", "\"name\" : \"students.csv\"")
                .containsPattern("\"sha256\" : \"[0-9a-f]{64}\"")
                .doesNotContain("Pavyzd");
        assertThat(new String(kept.response(), StandardCharsets.UTF_8))
                .contains("\"loaded\" : 2", "\"thereAlready\" : 0", "\"refused\" : 0");
    }

    @Test
    void aRowOfALoadThatDiedIsGivenUpByTheNext() throws IOException {
        students(STUDENTS);
        load();
        jdbc.sql("UPDATE message_log SET outcome = 'OPEN', response = NULL, response_digest = NULL")
                .update();
        jdbc.sql("UPDATE load_run SET state = 'RUNNING', ended_at = NULL").update();
        load();
        assertThat(jdbc.sql("SELECT outcome FROM message_log ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("INTERRUPTED", "ANSWERED");
        assertThat(jdbc.sql("SELECT state FROM load_run ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("INTERRUPTED", "DONE");
    }

    @Test
    void oneLoadGoesOnAtATime() throws IOException, SQLException {
        students(STUDENTS);
        load("--dry-run");
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT id FROM load_lock WHERE id = 1 FOR UPDATE");
            Outcome second = load();
            assertThat(second.code()).isOne();
            assertThat(second.err()).contains("Another load goes on").doesNotContain("\tat ");
        }
        assertThat(load().code()).isZero();
    }

    @Test
    void aReportWithinTheFolderIsNotReadAndReplacesNoFileThatIs() throws IOException {
        students(STUDENTS);
        String within = folder.resolve("load-report.csv").toString();
        assertThat(load("--report", within).code()).isZero();
        assertThat(load("--report", within).out()).contains("there already: 2; refused: 0.");

        Outcome destroying = Commands.run(
                "load",
                folder.resolve("students.csv").toString(),
                "--report",
                folder.resolve("students.csv").toString(),
                "--spring.datasource.url=" + address,
                "--mokiniai.key.master=" + TestKeys.MASTER,
                "--mokiniai.exchange.register=LT/GOV/190000008/mokiniai");
        assertThat(destroying.code()).isEqualTo(2);
        assertThat(destroying.err()).contains("which is to be read");
        assertThat(folder.resolve("students.csv")).content().isEqualTo(STUDENTS);
    }

    @Test
    void aDryRunChangesNoTablesThatAreThere() throws IOException {
        students(STUDENTS);
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/postgresql", "classpath:db/migration/common")
                .target("13")
                .load()
                .migrate();
        Outcome tried = load("--dry-run");
        assertThat(tried.code()).isOne();
        assertThat(tried.err())
                .contains("the tables are older than this software")
                .doesNotContain("\tat ");
        assertThat(load().code()).isZero();
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        students(STUDENTS);
        assertThat(Commands.run("load").err()).contains("FILE|FOLDER");
        assertThat(Commands.run("load", folder.toString()).err()).contains("spring.datasource.url is missing");
        assertThat(Commands.run("load", folder.toString(), "--spring.datasource.url=" + address)
                        .err())
                .contains("mokiniai.key.master is missing");
        for (String name : List.of(" ", "Ona ", "Ona\nPavyzdytė")) {
            Outcome nobody = load("--operator", name);
            assertThat(nobody.code()).isEqualTo(2);
            assertThat(nobody.err()).contains("--operator must be a name");
        }
        Outcome nowhere = load("--spring.datasource.url=jdbc:postgresql://localhost:1/none");
        assertThat(nowhere.code()).isOne();
        assertThat(nowhere.err()).doesNotContain("\tat ");
    }

    private int count(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
    }
}
