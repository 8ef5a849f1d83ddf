package lt.mokiniai.platform.embedded;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The space in the file of an embedded database. H2 writes what replaces a page 45 seconds later into the space of the old
 * one ({@code RETENTION_TIME}), so that a disk that lost its last writes still holds a whole database. Beside a database
 * server nothing is done.
 */
@Component
public class FileSpace {

    private static final int KEPT_MILLIS = 45_000;

    private final JdbcTemplate jdbc;
    private final boolean isFile;

    FileSpace(JdbcTemplate jdbc, Environment environment) {
        this.jdbc = jdbc;
        this.isFile = DatabaseFile.of(environment).isPresent();
    }

    /** Does work that would be done anew if the power failed meanwhile: space that is free is used again at once. */
    public void usedAgainAtOnce(Runnable work) {
        keep(0);
        try {
            work.run();
        } finally {
            keep(KEPT_MILLIS);
        }
    }

    private void keep(int millis) {
        if (isFile) {
            jdbc.execute("SET RETENTION_TIME " + millis);
        }
    }
}
