package lt.mokiniai.register.load.given;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the register answered questions about students, so that what it knew when is known to others. */
@Component
public class AnsweredQuestions {

    /** The service of questions about contracts and connections alone; and loads, which the log holds too. */
    private static final String ANY =
            "SELECT 1 FROM message_log l WHERE l.outcome = 'ANSWERED' AND l.service NOT LIKE 'meta/%'"
                    + " AND NOT EXISTS (SELECT 1 FROM load_run r WHERE r.receipt = l.receipt) FETCH FIRST 1 ROWS ONLY";

    private final JdbcClient jdbc;

    AnsweredQuestions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Tells whether it answered any. */
    public boolean areThere() {
        return jdbc.sql(ANY).query(Integer.class).optional().isPresent();
    }
}
