package lt.mokiniai.tools.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The command that lists who was registered and never enrolled; the rule itself is tried with the register's modules. */
class StudentsTests {

    private static final String DATABASE = "jdbc:h2:mem:students-command;MODE=Oracle;DB_CLOSE_DELAY=-1";
    private static final String SETTING = "--spring.datasource.url=" + DATABASE;
    private static final String USER = "--spring.datasource.username=sa";

    @BeforeAll
    static void fill() {
        DriverManagerDataSource database = new DriverManagerDataSource(DATABASE, "sa", "");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/oracle", "classpath:db/migration/common")
                .load()
                .migrate();
        JdbcClient jdbc = JdbcClient.create(database);
        registered(jdbc, 1, "0000000000000017", 40);
        registered(jdbc, 2, "0000000000000025", 10);
        jdbc.sql("INSERT INTO person_write (id, person_id, receipt, operation, party, institution, recorded_at)"
                        + " SELECT 1, id, 'receipt', 'students/v1/registerStudent', '191000018', '191000018', recorded_at"
                        + " FROM person WHERE id = 1")
                .update();
    }

    private static void registered(JdbcClient jdbc, int number, String registerId, int daysAgo) {
        Object time = Instant.now().minus(daysAgo, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC);
        jdbc.sql("INSERT INTO person (id, register_id, recorded_at, last_recorded_at) VALUES (?, ?, ?, ?)")
                .params(number, registerId, time, time)
                .update();
        jdbc.sql(
                        "INSERT INTO person_identity (id, person_id, given_names, family_name, name_key, birth_date, valid_from,"
                                + " recorded_at) VALUES (?, ?, 'A', 'B', 'A|B', DATE '2015-05-05', DATE '2015-05-05', ?)")
                .params(number, number, time)
                .update();
    }

    @Test
    void listsWhoWasRegisteredAndNotEnrolledWithTheInstitution() {
        Commands.Outcome outcome = Commands.run("students", "--not-enrolled", SETTING, USER);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .containsPattern("0000000000000017  \\d{4}-\\d\\d-\\d\\d  191000018")
                .contains("1 students")
                .doesNotContain("0000000000000025");
    }

    @Test
    void asksByAsManyDaysAsAreNamed() {
        assertThat(Commands.run("students", "--not-enrolled", "--days", "5", SETTING, USER)
                        .out())
                .containsPattern("(?s)0000000000000017.*0000000000000025  \\S+  -.*2 students");
        assertThat(Commands.run(
                                "students",
                                "--not-enrolled",
                                "--mokiniai.registrations.not-enrolled-days=50",
                                SETTING,
                                USER)
                        .out())
                .contains("0 students");
        Commands.Outcome wrong = Commands.run("students", "--not-enrolled", "--days=-1", SETTING, USER);
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("--days");
    }

    @Test
    void printsJsonForPrograms() {
        assertThat(Commands.run("students", "--not-enrolled", "--days", "5", "--json", SETTING, USER)
                        .out())
                .contains("\"registerId\" : \"0000000000000017\"", "\"institution\" : \"191000018\"")
                .contains("\"institution\" : null");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(Commands.run("students").err()).contains("--not-enrolled");
        Commands.Outcome outcome = Commands.run("students", "--not-enrolled");
        assertThat(outcome.code()).isOne();
        assertThat(outcome.err()).contains("spring.datasource.url is missing");
    }
}
