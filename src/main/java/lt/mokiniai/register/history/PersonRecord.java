package lt.mokiniai.register.history;

import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What belongs to a person and facts are about: an enrolment, a certificate. It never changes whose it is; where it is found to
 * be another person's, the same is recorded of that one (docs/register.md, 'Merging').
 */
@MappedSuperclass
public abstract class PersonRecord extends Recorded {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    Person person;

    protected PersonRecord() {}

    protected PersonRecord(Person person) {
        this.person = person;
    }

    /** Whose it is. */
    protected Person person() {
        return person;
    }

    /** What it is, by its table: {@code enrolment}. */
    public String kind() {
        return getClass().getAnnotation(Table.class).name();
    }

    /** Gives the same as a record of another person, which refers to no other records yet. */
    protected abstract PersonRecord of(Person other);

    /** Tells whether another record, of whomever, is the same one. */
    public abstract boolean isSameAs(PersonRecord other);

    /** Tells whether anything is believed of it. */
    public boolean isAnythingBelieved(History history) {
        return history.kindsOf(this).stream()
                .anyMatch(fact -> !history.believed(fact, this).isEmpty());
    }

    /** The records of the same person that it refers to. */
    protected List<? extends PersonRecord> references() {
        return List.of();
    }

    /**
     * Refers to what another record refers to.
     *
     * @param same of which this is the same
     * @param counterpart gives for a record that it refers to the same one of this record's person
     */
    protected void refersAs(PersonRecord same, UnaryOperator<PersonRecord> counterpart) {}
}
