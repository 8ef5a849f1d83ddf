package lt.mokiniai.register.reference;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Holds the row of an institution until the transaction ends, on every node. It is held by an update that changes nothing: on
 * PostgreSQL it keeps nobody from recording what refers to the institution, as {@code FOR UPDATE} would (PostgreSQL, 'Row-Level
 * Locks').
 */
@Component
public class InstitutionLocks {

    private final JdbcClient jdbc;

    InstitutionLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the lock of an institution, by its code; there is none of one that the register does not know. */
    public void take(String code) {
        jdbc.sql("UPDATE institution SET deregistered = deregistered WHERE code = ?")
                .param(code)
                .update();
    }
}
