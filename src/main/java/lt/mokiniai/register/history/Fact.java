package lt.mokiniai.register.history;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that holds for a while and is believed for a while (docs/register.md, 'Two dates'): nothing is overwritten, a
 * correction ends the belief and a new row begins another.
 */
@MappedSuperclass
public abstract class Fact {

    @Id
    Long id;

    LocalDate validFrom;

    @Nullable
    LocalDate validTo;

    Instant recordedAt;

    @Nullable
    Instant believedUntil;

    /** Gives the condition that the fact of this name holds on {@code :day} as known at {@code :knownAt}. */
    public static String holds(String name) {
        return holds(name, "day", "knownAt");
    }

    /** Gives the condition that the fact of this name holds on a day as known at a time, by their parameters. */
    public static String holds(String name, String day, String knownAt) {
        return "%1$s.validFrom <= :%2$s and (%1$s.validTo is null or %1$s.validTo >= :%2$s) and %3$s"
                .formatted(name, day, believed(name, knownAt));
    }

    /** Gives the condition that the fact of this name is believed at a time, whenever it holds. */
    public static String believed(String name, String knownAt) {
        return "%1$s.recordedAt <= :%2$s and (%1$s.believedUntil is null or %1$s.believedUntil > :%2$s)"
                .formatted(name, knownAt);
    }
}
