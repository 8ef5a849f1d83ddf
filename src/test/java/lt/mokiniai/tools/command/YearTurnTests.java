package lt.mokiniai.tools.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The command that lists what the turn of a school year left behind; the rules are tried with the register's modules. */
class YearTurnTests {

    private static final String DATABASE = "jdbc:h2:mem:year-turn-command;MODE=Oracle;DB_CLOSE_DELAY=-1";
    private static final String SETTING = "--spring.datasource.url=" + DATABASE;
    private static final String USER = "--spring.datasource.username=sa";
    private static final OffsetDateTime LONG_AGO =
            Instant.parse("2024-09-01T08:00:00Z").atOffset(ZoneOffset.UTC);

    private static int last;

    @BeforeAll
    static void fill() {
        DriverManagerDataSource database = new DriverManagerDataSource(DATABASE, "sa", "");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/oracle", "classpath:db/migration/common")
                .load()
                .migrate();
        JdbcClient jdbc = JdbcClient.create(database);
        institution(jdbc, "191000139", null);
        institution(jdbc, "191000018", LocalDate.of(2026, 6, 30));
        jdbc.sql("UPDATE institution SET successor = '191000139' WHERE code = '191000018'")
                .update();
        jdbc.sql("INSERT INTO programme (state_code, name_lt, name_en, family, registered)"
                        + " VALUES ('201001001', 'P', 'P', 'BASIC', DATE '2000-01-01')")
                .update();
        jdbc.sql(
                        "INSERT INTO person (id, register_id, recorded_at, last_recorded_at) VALUES (1, '0000000000000017', ?, ?)")
                .params(LONG_AGO, LONG_AGO)
                .update();
        enrolled(jdbc, "00000000000000A1", "191000139");
        enrolled(jdbc, "00000000000000A2", "191000139");
        enrolled(jdbc, "00000000000000B1", "191000018");
        jdbc.sql("INSERT INTO representation (institution, client, begins_at, recorded_at, recorded_by)"
                        + " VALUES ('191000018', 'LT/COM/190000093/vendor', ?, ?, 'somebody')")
                .params(LONG_AGO, LONG_AGO)
                .update();
    }

    private static void institution(JdbcClient jdbc, String code, @Nullable LocalDate lastDay) {
        jdbc.sql(
                        "INSERT INTO institution (code, code_kind, name, institution_type, founder_kind, municipality, registered,"
                                + " deregistered) VALUES (?, 'LEGAL_ENTITY', ?, 'SCHOOL', '20', '19', DATE '2000-01-01', ?)")
                .param(code)
                .param("Mokykla " + code)
                .param(lastDay)
                .update();
    }

    private static void enrolled(JdbcClient jdbc, String enrolmentId, String school) {
        int number = ++last;
        jdbc.sql("INSERT INTO enrolment (id, register_id, person_id, institution, programme, recorded_at)"
                        + " VALUES (?, ?, 1, ?, '201001001', ?)")
                .params(number, enrolmentId, school, LONG_AGO)
                .update();
        jdbc.sql("INSERT INTO enrolment_term (id, enrolment_id, valid_from, recorded_at)"
                        + " VALUES (?, ?, DATE '2024-09-01', ?)")
                .params(number, number, LONG_AGO)
                .update();
        jdbc.sql(
                        "INSERT INTO enrolment_stage (id, enrolment_id, institution, class_level, told, valid_from, recorded_at)"
                                + " VALUES (?, ?, ?, 6, 0, DATE '2025-09-01', ?)")
                .params(number, number, school, LONG_AGO)
                .update();
    }

    @Test
    void listsWhatWasLeftBehindBySchoolAndWhatStandsOfClosedInstitutions() {
        Commands.Outcome outcome = Commands.run("year-turn", "--year", "2026", SETTING, USER);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains(
                        "191000139  Mokykla 191000139: not promoted 2, expected to have ended 0, in a closed institution 0")
                .contains(
                        "191000018  Mokykla 191000018: not promoted 0, expected to have ended 0, in a closed institution 1")
                .contains("Schools: 2; enrolments: 3.")
                .contains("191000018  Mokykla 191000018: last day 2026-06-30, successor 191000139; enrolments 1;"
                        + " represented by LT/COM/190000093/vendor; contracts in force -")
                .contains("No contracts were looked at");
    }

    @Test
    void saysSoInLithuanianAndNamesTheContractsOfAFolder() {
        Commands.Outcome outcome = Commands.run(
                "year-turn", "--year", "2026", "--lang", "lt", "--mokiniai.contract.folder=contracts", SETTING, USER);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("neperkelta į kitą klasę 2", "galiojančios sutartys MR-2026-005")
                .doesNotContain("Sutartys nepatikrintos");
    }

    @Test
    void namesTheEnrolmentsOfASchoolAndNobodysName() {
        assertThat(Commands.run("year-turn", "--year", "2026", "--institution", "191000139", SETTING, USER)
                        .out())
                .containsPattern("00000000000000A1  6  2024-09-01  not promoted\\R"
                        + "00000000000000A2  6  2024-09-01  not promoted\\REnrolments: 2\\.");
        assertThat(Commands.run("year-turn", "--year", "2026", "--institution", "191000018", SETTING, USER)
                        .out())
                .contains("00000000000000B1  6  2024-09-01  in a closed institution");
    }

    @Test
    void printsJsonForPrograms() {
        assertThat(Commands.run("year-turn", "--year", "2026", "--json", SETTING, USER)
                        .out())
                .contains("\"notPromoted\" : 2", "\"successor\" : \"191000139\"");
        assertThat(Commands.run("year-turn", "--year", "2026", "--institution", "191000139", "--json", SETTING, USER)
                        .out())
                .contains("\"enrolmentId\" : \"00000000000000A1\"", "\"reason\" : \"NOT_PROMOTED\"");
    }

    @Test
    void saysWhatIsMissingOrWrong() {
        assertThat(Commands.run("year-turn").err()).contains("--year");
        Commands.Outcome wrong = Commands.run("year-turn", "--year", "26", SETTING, USER);
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("--year must be a year from 1990 to 2199");
    }
}
