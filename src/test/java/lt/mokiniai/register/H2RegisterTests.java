package lt.mokiniai.register;

import lt.mokiniai.register.bench.Bench;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The register on H2 in Oracle mode, as a demo start has it. */
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:register;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH",
            "spring.flyway.locations=classpath:db/migration/oracle"
        })
class H2RegisterTests extends RegisterContract {

    @Autowired
    H2RegisterTests(Bench bench) {
        super(bench);
    }
}
