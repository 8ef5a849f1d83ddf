package lt.mokiniai.register.students.facts;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.Person;
import lt.mokiniai.register.history.Recorded;
import org.jspecify.annotations.Nullable;

/** That somebody looked at two records and found them to be about two persons. It is kept for ever. */
@Entity
public class PersonDistinct extends Recorded {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fact_seq")
    @SequenceGenerator(name = "fact_seq", sequenceName = "fact_seq", allocationSize = 50)
    @Nullable
    Long id;

    /** The one of the smaller number. */
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    Person person;

    long otherId;

    String reason;

    protected PersonDistinct() {}

    private PersonDistinct(Person person, long otherId, String reason) {
        this.reason = reason;
        this.person = person;
        this.otherId = otherId;
    }

    /** Gives that two were found to be two persons, as a record of the one of the smaller number. */
    public static PersonDistinct between(Person one, Person other, String reason) {
        return one.number() < other.number()
                ? new PersonDistinct(one, other.number(), reason)
                : new PersonDistinct(other, one.number(), reason);
    }

    /** Whose record it is: the one of the smaller number. */
    public Person person() {
        return person;
    }

    /** Tells whether two were found to be two persons. */
    public static boolean isTold(History one, History other) {
        return first(one, other).owned(PersonDistinct.class).stream()
                .anyMatch(each -> each.otherId == second(one, other).person().number());
    }

    /** Records that two are two persons; nothing where that is recorded. */
    public static void tell(History one, History other, String reason) {
        if (!isTold(one, other)) {
            History first = first(one, other);
            first.adds(new PersonDistinct(
                    first.person(), second(one, other).person().number(), reason));
        }
    }

    private static History first(History one, History other) {
        return one.person().number() < other.person().number() ? one : other;
    }

    private static History second(History one, History other) {
        return first(one, other) == one ? other : one;
    }
}
