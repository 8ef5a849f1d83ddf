package lt.mokiniai.register.students.merging;

import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.students.facts.PersonRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever another record was merged into is somebody: the two were found to be one. */
@Component
class MergedRecords implements PersonRecords {

    private static final String MERGED = "SELECT COUNT(*) FROM person_merge m JOIN person p ON p.id = m.kept_id"
            + " WHERE p.register_id = ? AND m.believed_until IS NULL";

    private final JdbcClient jdbc;

    MergedRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void strike(History history, String institution) {
        int merged = jdbc.sql(MERGED)
                .param(history.person().registerId())
                .query(Integer.class)
                .single();
        history.requires(merged == 0, "registerId", ExchangeError.PERSON_KNOWN_ELSEWHERE);
    }
}
