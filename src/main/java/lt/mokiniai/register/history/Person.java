package lt.mokiniai.register.history;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A person of the register, whose row is locked while something of them is written; all that can change is a fact. */
@Entity
public class Person extends Recorded {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "person_seq")
    @SequenceGenerator(name = "person_seq", sequenceName = "person_seq", allocationSize = 50)
    @Nullable
    Long id;

    String registerId;

    @Nullable
    Instant lastRecordedAt;

    protected Person() {}

    Person(String registerId) {
        this.registerId = registerId;
    }

    /** The register identifier. */
    public String registerId() {
        return registerId;
    }

    /** The register's internal number. */
    public long number() {
        return Objects.requireNonNull(id, "a person who is recorded has a number");
    }

    /** Tells whether the register knows this person for longer than another; of two that it knows alike, the first in number. */
    public boolean isOlderThan(Person other) {
        return isRecordedBefore(other) || (!other.isRecordedBefore(this) && number() < other.number());
    }

    /** When something was recorded last; nothing before anything was. */
    public Optional<Instant> lastRecordedAt() {
        return Optional.ofNullable(lastRecordedAt);
    }

    /** Gives a time at which something can be recorded: the given one, or the next after the last that was recorded. */
    Instant next(Instant time) {
        return lastRecordedAt == null || time.isAfter(lastRecordedAt)
                ? time
                : lastRecordedAt.plus(1, ChronoUnit.MICROS);
    }

    void recordedLastAt(Instant time) {
        if (lastRecordedAt == null || time.isAfter(lastRecordedAt)) {
            lastRecordedAt = time;
        }
    }
}
