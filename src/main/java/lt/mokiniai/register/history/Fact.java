package lt.mokiniai.register.history;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeRegistration;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.LocalDateJdbcType;
import org.jspecify.annotations.Nullable;

/**
 * Something that holds for a while and is believed for a while (docs/register.md, 'How facts are written'): nothing is
 * overwritten, a correction ends the belief and a new row begins another. Who it is about, its owner, is a field that bears
 * the name of the owner's class. Days of all entities go to the driver as days: as a {@code java.sql.Date} they would be one of
 * a zone on the way.
 */
@JdbcTypeRegistration(value = LocalDateJdbcType.class, registrationCode = SqlTypes.DATE)
@MappedSuperclass
public abstract class Fact extends Recorded {

    /** A fact that says of a person that nothing is recorded of them any more, as long as it is believed. */
    public interface EndOfRecord {}

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fact_seq")
    @SequenceGenerator(name = "fact_seq", sequenceName = "fact_seq", allocationSize = 50)
    @Nullable
    Long id;

    LocalDate validFrom;

    @Nullable
    LocalDate validTo;

    @Nullable
    Instant believedUntil;

    /** Who or what the fact is about. */
    protected abstract Recorded owner();

    /** Gives another fact of the same content, which nobody believes yet. */
    protected abstract Fact again();

    /**
     * Says whom or what else the fact is about.
     *
     * @param owner of the class of its owner
     */
    protected abstract void about(Recorded owner);

    /** What else two facts of one kind and owner must have in common to contradict each other: by default nothing. */
    protected Object line() {
        return "";
    }

    /** Tells whether this and another fact of its line cannot be believed together: when they hold on one day. */
    protected boolean contradicts(Fact other) {
        return term().overlaps(other.term());
    }

    /** Tells whether another fact of its kind and owner cannot be believed with it. */
    final boolean excludes(Fact other) {
        return line().equals(other.line()) && contradicts(other);
    }

    /** The days on which it holds. */
    public final Term term() {
        return new Term(validFrom, validTo);
    }

    /** Tells whether another says the same, of whomever and on whatever days. */
    public final boolean saysAs(Fact other) {
        return getClass() == other.getClass() && FactContent.of(this).equals(FactContent.of(other));
    }

    /** Tells whether it was given up at a time. */
    public final boolean isGivenUpAt(Instant time) {
        return time.equals(believedUntil);
    }

    /** Tells whether another says the same of the same on the same days. */
    public final boolean isLike(Fact other) {
        return owner() == other.owner() && saysAs(other) && term().equals(other.term());
    }

    final void holdDuring(Term term) {
        validFrom = term.from();
        validTo = term.to();
    }

    final void believeUntil(Instant time) {
        believedUntil = time;
    }
}
