package lt.mokiniai.register.students.writes;

import java.util.Collection;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Locks what a person is identified by, on every node, until the transaction ends: whoever is looked for by it and not found
 * is registered by one at a time. A lock is a row, which several identifications share, so that none of them is kept.
 */
@Component
public class IdentityLocks {

    private static final int ROWS = 32;

    private final JdbcClient jdbc;

    IdentityLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the lock of an identification. It is taken before the row of any person is locked. */
    void take(String identification) {
        jdbc.sql("SELECT id FROM identity_lock WHERE id = ? FOR UPDATE")
                .param(row(identification))
                .query(Integer.class)
                .single();
    }

    /** Takes the locks of identifications, one after the other in the order in which everybody does. */
    public void takeAll(Collection<String> identifications) {
        TreeSet<Integer> rows = new TreeSet<>();
        identifications.forEach(each -> rows.add(row(each)));
        if (!rows.isEmpty()) {
            jdbc.sql("SELECT id FROM identity_lock WHERE id IN (:rows) ORDER BY id FOR UPDATE")
                    .param("rows", rows)
                    .query(Integer.class)
                    .list();
        }
    }

    private static int row(String identification) {
        return Math.floorMod(identification.hashCode(), ROWS);
    }
}
