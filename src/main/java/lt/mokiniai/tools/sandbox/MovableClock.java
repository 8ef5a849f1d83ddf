package lt.mokiniai.tools.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** A clock that runs as another one does, so much ahead of it or behind it, until it is put back. */
final class MovableClock extends Clock {

    /** How far it is ahead, and until when it shall be. */
    private record Moved(Duration ahead, Optional<Instant> until) {}

    private static final Moved NOT = new Moved(Duration.ZERO, Optional.empty());

    private final Clock real;
    private volatile Moved moved = NOT;

    MovableClock(Clock real) {
        this.real = real;
    }

    /** How far it is ahead of the true time; negative where it is behind. */
    Duration ahead() {
        return moved.ahead();
    }

    /** Until when it is moved, by the true time; nothing where it is not. */
    Optional<Instant> until() {
        return moved.until();
    }

    /** Moves it by what lies between two moments. */
    void move(Instant from, Instant to, Duration lasts) {
        moved = new Moved(
                moved.ahead().plus(Duration.between(from, to)),
                Optional.of(real.instant().plus(lasts)));
    }

    /** Whether it is still moved though its time has come. */
    boolean isDue() {
        Instant now = real.instant();
        return until().filter(end -> !now.isBefore(end)).isPresent();
    }

    void reset() {
        moved = NOT;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        MovableClock other = new MovableClock(real.withZone(zone));
        other.moved = moved;
        return other;
    }
}
