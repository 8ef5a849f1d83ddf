package lt.mokiniai.register.model;

import java.util.Map;
import lt.mokiniai.register.RegisterNode;
import lt.mokiniai.register.bench.Bench;
import net.jqwik.api.lifecycle.AfterContainer;

/** On H2 in Oracle mode, as a demo start has it. */
class H2WritingModelTests extends WritingModelContract {

    private static final RegisterNode NODE = RegisterNode.start(Map.of(
            "spring.datasource.url",
            "jdbc:h2:mem:writing-model;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
            "spring.flyway.locations",
            "classpath:db/migration/oracle"));

    @Override
    Bench bench() {
        return NODE.bench();
    }

    @AfterContainer
    static void stop() {
        NODE.close();
    }
}
