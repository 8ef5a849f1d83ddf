package lt.mokiniai.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that runs as another one does, so much ahead of it or behind it. */
final class MovableClock extends Clock {

    private final Clock real;
    private volatile Duration ahead = Duration.ZERO;

    MovableClock(Clock real) {
        this.real = real;
    }

    /** How far it is ahead of the true time; negative where it is behind. */
    Duration ahead() {
        return ahead;
    }

    /** Moves it by what lies between two moments. */
    void move(Instant from, Instant to) {
        ahead = ahead.plus(Duration.between(from, to));
    }

    void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        MovableClock other = new MovableClock(real.withZone(zone));
        other.ahead = ahead;
        return other;
    }
}
