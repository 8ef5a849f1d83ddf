package lt.mokiniai.register.students.writes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Locks what a person is identified by, on every node, until the transaction ends: whoever is looked for by it and not found
 * is registered by one at a time. A lock is a row, which several identifications share, so that none of them is kept.
 */
@Component
class IdentityLocks {

    private static final int ROWS = 32;

    private final JdbcClient jdbc;

    IdentityLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the lock of an identification. It is taken before the row of any person is locked. */
    void take(String identification) {
        jdbc.sql("SELECT id FROM identity_lock WHERE id = ? FOR UPDATE")
                .param(Math.floorMod(identification.hashCode(), ROWS))
                .query(Integer.class)
                .single();
    }
}
