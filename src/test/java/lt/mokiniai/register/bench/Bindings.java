package lt.mokiniai.register.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What values are bound to parameters, as far as Oracle would take them for something else than H2 and PostgreSQL do. */
public final class Bindings {

    /** The most bytes of a text (Oracle 19, SQL Language Reference, 'VARCHAR2 Data Type'). */
    private static final int LONGEST_TEXT = 4000;

    private final Set<String> complaints = new TreeSet<>();

    /** Takes note of a value; the value itself is not kept. */
    synchronized void bound(String statement, @Nullable Object value) {
        if (value instanceof String text) {
            if (text.isEmpty()) {
                complaints.add("a text that is empty, which is NULL on Oracle: " + statement);
            }
            if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_TEXT) {
                complaints.add("a text of more than " + LONGEST_TEXT + " bytes: " + statement);
            }
        } else if (value instanceof Timestamp
                || value instanceof Instant
                || value instanceof LocalDateTime
                || value instanceof ZonedDateTime) {
            // A timestamp without an offset is one of the session's zone when it is compared with a column that has a
            // zone.
            complaints.add("a time without an offset (" + value.getClass().getSimpleName() + "): " + statement);
        }
    }

    /** Gives what was bound that should not have been: the kind of value and the statement. */
    public synchronized Set<String> complaints() {
        return Set.copyOf(complaints);
    }
}
