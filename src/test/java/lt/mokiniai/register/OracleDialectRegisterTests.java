package lt.mokiniai.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lt.mokiniai.register.bench.Bench;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * The register in the SQL that goes to Oracle 19, which H2 in Oracle mode runs. Whether Oracle would read it too, a grammar
 * of Oracle's SQL says of every statement that the whole contract made.
 */
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:oracle;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH",
            "spring.flyway.locations=classpath:db/migration/oracle",
            "spring.jpa.properties.hibernate.dialect=org.hibernate.dialect.OracleDialect",
            "spring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false",
            "spring.jpa.properties.jakarta.persistence.database-product-name=Oracle",
            "spring.jpa.properties.jakarta.persistence.database-major-version=19"
        })
@TestInstance(Lifecycle.PER_CLASS)
class OracleDialectRegisterTests extends RegisterContract {

    /** What Flyway says to H2 on its own account. */
    private static final Set<String> FLYWAYS = Set.of("CALL SCHEMA()", "SELECT USER()", "SET SCHEMA \"PUBLIC\"");

    @Autowired
    OracleDialectRegisterTests(Bench bench) {
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
    }

    @AfterAll
    void everyStatementIsOneOfOracle() {
        TreeSet<String> statements = bench().sql().all().stream()
                .filter(statement -> !FLYWAYS.contains(statement) && !statement.contains("flyway_schema_history"))
                // Lists that differ in their length alone are one statement to a grammar.
                .map(statement -> statement.replaceAll("\\?(,\\?)+", "?,?"))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> complaints = new TreeMap<>();
        statements.forEach(statement ->
                OracleGrammar.complaintAbout(statement).ifPresent(complaint -> complaints.put(statement, complaint)));

        assertThat(statements).hasSizeGreaterThan(50).anyMatch(statement -> statement.contains("fetch first"));
        assertThat(complaints).isEmpty();
    }
}
