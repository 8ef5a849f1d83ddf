package lt.mokiniai.system;

import java.util.Map;

/** On H2 in Oracle mode. */
class H2RepresentationTests extends RepresentationContract {

    @Override
    Map<String, String> database() {
        return Map.of(
                "spring.datasource.url",
                "jdbc:h2:mem:representation;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
    }

    @Override
    String folder() {
        return "representation-h2";
    }
}
