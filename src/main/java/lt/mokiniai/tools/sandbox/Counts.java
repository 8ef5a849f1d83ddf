package lt.mokiniai.tools.sandbox;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the quotas have counted. The register counts on in the latest minute, day and month that it has seen; when its
 * clock goes back, that time has not come yet, and the counting begins anew.
 */
@Component
@ConditionalOnSandbox
class Counts {

    private static final List<String> TABLES =
            List.of("quota_message", "quota_month", "quota_pupil", "quota_look", "contract_delivery");

    private final JdbcClient jdbc;

    Counts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void beginAnew() {
        TABLES.forEach(table -> jdbc.sql("DELETE FROM " + table).update());
    }
}
