package lt.mokiniai.register.students.facts;

import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import lt.mokiniai.register.history.Fact;
import lt.mokiniai.register.history.Person;
import lt.mokiniai.register.history.Recorded;

/** A fact about a person. */
@MappedSuperclass
public abstract class PersonFact extends Fact {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    Person person;

    protected PersonFact() {}

    PersonFact(Person person) {
        this.person = person;
    }

    @Override
    protected Person owner() {
        return person;
    }

    @Override
    protected void about(Recorded owner) {
        person = (Person) owner;
    }
}
