package lt.mokiniai.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lt.mokiniai.register.bench.Bench;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * The register on H2 in Oracle mode, as a demo start has it. Reads are one SQL for all databases, writes are told
 * in Oracle's dialect: whether Oracle would read all of it, a grammar of its SQL says of every statement that the whole
 * contract made.
 */
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:register;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH",
            "spring.flyway.locations=classpath:db/migration/oracle",
            "spring.jpa.properties.hibernate.dialect=org.hibernate.dialect.OracleDialect",
            "spring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false",
            "spring.jpa.properties.jakarta.persistence.database-product-name=Oracle",
            "spring.jpa.properties.jakarta.persistence.database-major-version=19"
        })
@TestInstance(Lifecycle.PER_CLASS)
class H2RegisterTests extends RegisterContract {

    /** What Flyway says to H2 on its own account. */
    private static final Set<String> FLYWAYS = Set.of("CALL SCHEMA()", "SELECT USER()", "SET SCHEMA \"PUBLIC\"");

    private static final Pattern LIST = Pattern.compile("\\?(, ?\\?)+");

    @Autowired
    H2RegisterTests(Bench bench) {
        super(bench);
    }

    @BeforeAll
    void theGrammarComplainsOfWhatOracleDoesNotRead() {
        assertThat(OracleGrammar.complaintAbout("select p.id from person p limit ?"))
                .isPresent();
        assertThat(OracleGrammar.complaintAbout("select p.id from person p where true"))
                .isPresent();
        assertThat(OracleGrammar.complaintAbout("select p.id from person p where p.name ilike ?"))
                .isPresent();
        assertThat(OracleGrammar.complaintAbout("select p.id,, from person p")).isPresent();
        assertThat(OracleGrammar.complaintAbout(
                        withShortLists("select p.id from person p where p.id in (" + "?, ".repeat(1000) + "?)")))
                .isPresent();
    }

    @AfterAll
    void everyStatementIsOneOfOracle() {
        TreeSet<String> statements = bench().sql().all().stream()
                .filter(statement -> !FLYWAYS.contains(statement) && !statement.contains("flyway_schema_history"))
                // Lists that differ in their length alone are one statement to a grammar.
                .map(H2RegisterTests::withShortLists)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> complaints = new TreeMap<>();
        statements.forEach(statement ->
                OracleGrammar.complaintAbout(statement).ifPresent(complaint -> complaints.put(statement, complaint)));

        assertThat(statements).hasSizeGreaterThan(50).anyMatch(statement -> statement.contains("fetch first"));
        assertThat(complaints).isEmpty();
    }

    /** A list that is longer than Oracle takes stays so. */
    private static String withShortLists(String statement) {
        return LIST.matcher(statement)
                .replaceAll(list -> list.group().split(",").length > 1000 ? list.group() : "?, ?");
    }
}
