package lt.mokiniai.kernel.scope;

import java.time.LocalDate;
import java.util.Optional;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;

/**
 * How far back a grant reaches.
 *
 * @param earliest the first day that may be asked about; empty when only the current state may be
 */
public record Depth(Optional<LocalDate> earliest) {

    /** The current state only. */
    public static final Depth CURRENT = new Depth(Optional.empty());

    /** Gives a depth that reaches back to a day. */
    public static Depth since(LocalDate earliest) {
        return new Depth(Optional.of(earliest));
    }

    /**
     * Demands that the state on a day may be asked about.
     *
     * @param path where the request names it
     * @throws ExchangeException {@code MR-404} when it may not
     */
    public void require(LocalDate day, LocalDate today, String path) {
        if (!reaches(day, today)) {
            throw ExchangeException.of(ExchangeError.OUT_OF_DEPTH).at(path);
        }
    }

    /** Tells whether it reaches as far back as another. */
    public boolean covers(Depth other) {
        return other.earliest.isEmpty()
                || earliest.filter(first -> !first.isAfter(other.earliest.get()))
                        .isPresent();
    }

    private boolean reaches(LocalDate day, LocalDate today) {
        return earliest.map(first -> !day.isBefore(first)).orElse(day.equals(today));
    }
}
