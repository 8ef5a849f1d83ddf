package lt.mokiniai.exchange.quota;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Forgets all that was counted. The register counts on in the latest minute, day and month that it has seen; when its
 * clock goes back, that time has not come yet, and the counting begins anew. Only a sandbox has such a clock, and this.
 */
@Component
@ConditionalOnBooleanProperty("mokiniai.sandbox.enabled")
public class CountReset {

    private static final List<String> TABLES =
            List.of("quota_message", "quota_month", "quota_student", "quota_look", "contract_delivery");

    private final JdbcClient jdbc;

    CountReset(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Forgets it, of all contracts. */
    public void forgetAll() {
        TABLES.forEach(table -> jdbc.sql("DELETE FROM " + table).update());
    }
}
