package lt.mokiniai.system;

import java.util.Map;

/** On H2 in its Oracle mode. */
class H2ClassPromotionTests extends ClassPromotionContract {

    @Override
    Map<String, String> database() {
        return Map.of(
                "spring.datasource.url",
                "jdbc:h2:mem:promotion;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
    }
}
