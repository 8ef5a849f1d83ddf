package lt.mokiniai.intake.transport;

import org.springframework.test.context.TestPropertySource;

/** Transports on H2 in Oracle mode, as a demo start has it. */
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:transport;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH",
            "spring.flyway.locations=classpath:db/migration/oracle,classpath:db/migration/common",
            "spring.jpa.properties.hibernate.dialect=org.hibernate.dialect.OracleDialect",
            "spring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false",
            "spring.jpa.properties.jakarta.persistence.database-product-name=Oracle",
            "spring.jpa.properties.jakarta.persistence.database-major-version=19"
        })
class H2TransportTests extends TransportContract {}
