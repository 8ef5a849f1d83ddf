package lt.mokiniai.register.students.facts;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import lt.mokiniai.register.history.Fact;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.Person;
import org.jspecify.annotations.Nullable;

/** That the record of a person is about the same person as another, which is kept (docs/register.md, 'Merging'). */
@Entity
public class PersonMerge extends PersonFact implements Fact.EndOfRecord {

    // Numbers and not persons: they are what the fact says.
    long intoId;

    long keptId;

    /** Empty until it is recorded. */
    @Nullable
    Instant mergedAt;

    String reason;

    protected PersonMerge() {}

    /**
     * A merge of an earlier time.
     *
     * @param merged whose record was given up
     * @param intoId the internal number of the record that it was merged into
     * @param keptId the internal number of the record in which all of them came together
     * @param mergedAt when its facts were given up
     */
    public PersonMerge(Person merged, long intoId, long keptId, @Nullable Instant mergedAt, String reason) {
        super(merged);
        this.intoId = intoId;
        this.keptId = keptId;
        this.mergedAt = mergedAt;
        this.reason = reason;
    }

    /**
     * @param merged whose record is given up
     * @param kept whose record is kept
     */
    public PersonMerge(Person merged, Person kept, String reason) {
        this(merged, kept.number(), kept.number(), null, reason);
    }

    /** Gives where a person was merged into; nothing of one who was not. */
    public static Optional<PersonMerge> of(History history) {
        return history.believed(PersonMerge.class, history.person()).stream().findFirst();
    }

    /** The internal number of the record that it was merged into. */
    public long into() {
        return intoId;
    }

    /** The internal number of the record in which all of them came together. */
    public long kept() {
        return keptId;
    }

    /** When its facts were given up. */
    public Instant mergedAt() {
        return Objects.requireNonNull(mergedAt, "a merge that is recorded has a time");
    }

    /** Gives the same merge, when all came together in another record. */
    public PersonMerge keptIn(long other) {
        return new PersonMerge(owner(), intoId, other, mergedAt, reason);
    }

    @Override
    protected void recordAt(Instant time) {
        if (mergedAt == null) {
            mergedAt = time;
        }
        super.recordAt(time);
    }

    @Override
    protected boolean contradicts(Fact other) {
        return true;
    }

    @Override
    protected PersonMerge again() {
        return keptIn(keptId);
    }
}
