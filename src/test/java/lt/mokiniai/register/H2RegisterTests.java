package lt.mokiniai.register;

import static org.assertj.core.api.Assertions.assertThat;

import lt.mokiniai.oracle.OracleReading;
import lt.mokiniai.register.bench.Bench;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * The register on H2 in Oracle mode, as a demo start has it. Reads are one SQL for all databases, writes are told
 * in Oracle's dialect: whether Oracle would read all of it, and take the values as they are meant, is asked of every statement
 * that the whole contract made (docs/oracle.md).
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

    @Autowired
    H2RegisterTests(Bench bench) {
        super(bench);
    }

    @AfterAll
    void everyStatementIsOneOfOracle() {
        assertThat(OracleReading.told(bench().sql().all()))
                .hasSizeGreaterThan(50)
                .anyMatch(statement -> statement.contains("fetch first"));
        OracleReading.assertReadable(bench().sql());
    }
}
