package lt.mokiniai.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lt.mokiniai.exchange.evidence.PostgresServer;
import lt.mokiniai.oracle.OracleReading;
import lt.mokiniai.register.bench.Reference;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Both sets of migrations build the same register, and Oracle would read its set. */
class MigrationTests {

    private static final String COMMON = "classpath:db/migration/common";
    private static final Pattern COMMENT = Pattern.compile("(?m)--.*$");
    private static final Pattern TEXT = Pattern.compile("'[^']*'");
    private static final Pattern DAY = Pattern.compile("DATE '[^']*'");

    private static JdbcTemplate h2;
    private static JdbcTemplate postgres;

    @BeforeAll
    static void migrate() {
        h2 = migrated(
                "jdbc:h2:mem:migrations;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
                "sa",
                "classpath:db/migration/oracle");
        postgres = migrated(PostgresServer.newDatabase("migrations"), "postgres", "classpath:db/migration/postgresql");
    }

    @Test
    void haveTheSameTablesAndColumnsOnEveryDatabase() {
        String columns = "SELECT LOWER(table_name) || '.' || LOWER(column_name) || ' ' || is_nullable"
                + " FROM information_schema.columns WHERE LOWER(table_schema) = 'public'"
                + " AND LOWER(table_name) <> 'flyway_schema_history'";

        assertThat(sorted(h2, columns)).isEqualTo(sorted(postgres, columns)).contains("person_identity.name_key NO");
    }

    @Test
    void haveTheSameConstraintsOnEveryDatabase() {
        String constraints = "SELECT LOWER(table_name) || '.' || LOWER(constraint_name) || ' ' || constraint_type"
                + " FROM information_schema.table_constraints WHERE LOWER(table_schema) = 'public'"
                + " AND LOWER(table_name) <> 'flyway_schema_history' AND constraint_name NOT LIKE '%_not_null'";

        assertThat(sorted(h2, constraints))
                .isEqualTo(sorted(postgres, constraints))
                .contains("accepted_message.accepted_message_pk PRIMARY KEY");
    }

    @Test
    void haveTheSameIndexesOnEveryDatabase() {
        assertThat(
                        sorted(
                                h2,
                                "SELECT LOWER(index_name) FROM information_schema.indexes WHERE LOWER(index_name) LIKE '%\\_ix'"))
                .isEqualTo(sorted(postgres, "SELECT indexname FROM pg_indexes WHERE indexname LIKE '%\\_ix'"))
                .contains("enrolment_stage_class_ix");
    }

    @Test
    void areReadByOracle() throws IOException {
        TreeSet<String> statements = new TreeSet<>();
        for (String folder : List.of("oracle", "common")) {
            for (Resource script : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:db/migration/" + folder + "/*.sql")) {
                statements(script.getContentAsString(StandardCharsets.UTF_8)).forEach(statements::add);
            }
        }
        Map<String, String> complaints = new TreeMap<>();
        statements.forEach(statement ->
                OracleReading.complaintAbout(statement).ifPresent(complaint -> complaints.put(statement, complaint)));

        assertThat(statements).hasSizeGreaterThan(30);
        assertThat(complaints).isEmpty();
    }

    @Test
    void versionsOfACodeListFollowEachOtherAndNoneIsOpenButTheLast() {
        List<String> broken = strings("""
                SELECT v.list_name || ' ' || v.version FROM code_list_version v
                WHERE NOT EXISTS (SELECT 1 FROM code_list_version n WHERE n.list_name = v.list_name
                    AND n.valid_from = v.valid_to + INTERVAL '1' DAY)
                AND (v.valid_to IS NOT NULL OR EXISTS (SELECT 1 FROM code_list_version n
                    WHERE n.list_name = v.list_name AND n.valid_from > v.valid_from))
                """);
        assertThat(broken).isEmpty();
        assertThat(strings("SELECT list_name FROM code_list_version GROUP BY list_name HAVING COUNT(*) > 1"))
                .contains("LEARNING_WAY", "SUBJECT");
    }

    @Test
    void aCodeBeginsAndEndsWithAVersionAndMeansOneThingAtATime() {
        assertThat(strings("""
                SELECT e.list_name || ' ' || e.code FROM code_list_entry e
                WHERE NOT EXISTS (SELECT 1 FROM code_list_version v
                    WHERE v.list_name = e.list_name AND v.valid_from = e.valid_from)
                OR (e.valid_to IS NOT NULL AND NOT EXISTS (SELECT 1 FROM code_list_version v
                    WHERE v.list_name = e.list_name AND v.valid_to = e.valid_to))
                """)).isEmpty();
        assertThat(strings("""
                SELECT e.list_name || ' ' || e.code FROM code_list_entry e JOIN code_list_entry o
                ON o.list_name = e.list_name AND o.code = e.code AND o.valid_from > e.valid_from
                WHERE e.valid_to IS NULL OR e.valid_to >= o.valid_from
                """)).isEmpty();
    }

    @Test
    void aCodeThatEndedIsOneUntilItsLastDayAndARenamedOneHasItsNameOfTheDay() {
        String name = "SELECT name_lt FROM code_list_entry WHERE list_name = '%s' AND code = '%s'"
                + " AND valid_from <= DATE '%s' AND (valid_to IS NULL OR valid_to >= DATE '%3$s')";
        assertThat(strings(name.formatted("LEARNING_WAY", "EVENING", "2012-08-31")))
                .containsExactly("Vakarinis");
        assertThat(strings(name.formatted("LEARNING_WAY", "EVENING", "2012-09-01")))
                .isEmpty();
        assertThat(strings(name.formatted("SUBJECT", "INFO", "2023-08-31")))
                .containsExactly("Informacinės technologijos");
        assertThat(strings(name.formatted("SUBJECT", "INFO", "2023-09-01"))).containsExactly("Informatika");
    }

    @Test
    void aListHoldsSinceTheFirstDayThatCanBeAskedAbout() {
        assertThat(strings("SELECT list_name FROM code_list_version GROUP BY list_name"
                        + " HAVING MIN(valid_from) <> DATE '1800-01-01'"))
                .isEmpty();
    }

    @Test
    void noValueTellsOfAnAdoptionButTheRestriction() {
        assertThat(strings("SELECT list_name FROM code_list_entry WHERE LOWER(name_en) LIKE '%adopt%'"))
                .containsExactly("RESTRICTION");
    }

    @Test
    void whatIsCalledOfficialNamesItsSource() {
        assertThat(strings("SELECT name FROM code_list WHERE origin = 'OFFICIAL' ORDER BY name"))
                .containsExactly("COUNTY", "MUNICIPALITY");
        assertThatThrownBy(() -> h2.update("INSERT INTO code_list (name, title_lt, title_en, origin)"
                        + " VALUES ('INVENTED', 'a', 'a', 'OFFICIAL')"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    /** The same on both databases. */
    private static List<String> strings(String query) {
        List<String> found = h2.queryForList(query, String.class);
        assertThat(postgres.queryForList(query, String.class)).containsExactlyInAnyOrderElementsOf(found);
        return found;
    }

    /** Statements that differ in their values alone are one to a grammar. */
    private static Stream<String> statements(String script) {
        String withoutComments = COMMENT.matcher(script).replaceAll("");
        String withoutDays = DAY.matcher(withoutComments).replaceAll("DATE @");
        String withoutValues = TEXT.matcher(withoutDays).replaceAll("'a'").replace("DATE @", "DATE '2020-01-01'");
        return Stream.of(withoutValues.split(";")).map(String::strip).filter(statement -> !statement.isEmpty());
    }

    /** What was there before source registers fed it begins its history then, and stays as it was. */
    @Test
    void institutionsAndLicencesThatAreThereBeginTheirHistory() {
        for (JdbcTemplate register : List.of(
                beforeSources(
                        "jdbc:h2:mem:sourcesmigration;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
                        "sa",
                        "classpath:db/migration/oracle"),
                beforeSources(
                        PostgresServer.newDatabase("sourcesmigration"),
                        "postgres",
                        "classpath:db/migration/postgresql"))) {
            assertThat(sorted(
                            register,
                            "SELECT institution || ' ' || name || ' ' || valid_from FROM institution_fact"
                                    + " WHERE valid_to IS NULL AND believed_until IS NULL"))
                    .hasSizeGreaterThan(5)
                    .isEqualTo(sorted(register, "SELECT code || ' ' || name || ' ' || registered FROM institution"));
            assertThat(sorted(register, "SELECT licence_key FROM licence_fact WHERE licence_number IS NULL"))
                    .containsExactly(Reference.SCHOOL + "/" + Reference.VOCATIONAL + "/2010-01-01");
        }
    }

    private static JdbcTemplate beforeSources(String url, String user, String dialect) {
        DriverManagerDataSource source = new DriverManagerDataSource(url, user, "");
        Flyway.configure()
                .dataSource(source)
                .locations(dialect, COMMON)
                .target("14")
                .load()
                .migrate();
        Reference.insertSchools(new JdbcTemplate(source));
        return migrated(url, user, dialect);
    }

    private static JdbcTemplate migrated(String url, String user, String dialect) {
        DriverManagerDataSource source = new DriverManagerDataSource(url, user, "");
        Flyway.configure().dataSource(source).locations(dialect, COMMON).load().migrate();
        return new JdbcTemplate(source);
    }

    private static List<String> sorted(JdbcTemplate jdbc, String query) {
        return jdbc.queryForList(query, String.class).stream().sorted().toList();
    }
}
