package lt.mokiniai.register.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a list one answer holds. What is told as known at a time is the same for ever, so the entries that follow
 * are found by their number.
 *
 * @param skip how many entries stand before them
 * @param most how many of them there are at most
 */
public record Slice(int skip, int most) {

    /** All entries, where there cannot be many. */
    public static final Slice ALL = new Slice(0, Integer.MAX_VALUE - 1);

    /** Gives the slice that a request asks for. */
    public static Slice asked(@Nullable Integer skip, int most) {
        return new Slice(skip == null ? 0 : skip, most);
    }

    /** Gives the entries of this slice from what was read: one more than it holds, where there are more. */
    public <T> List<T> of(List<T> read) {
        return read.subList(0, Math.min(most, read.size()));
    }

    /** Tells from what was read whether more entries follow. */
    public boolean isFollowed(List<?> read) {
        return read.size() > most;
    }
}
