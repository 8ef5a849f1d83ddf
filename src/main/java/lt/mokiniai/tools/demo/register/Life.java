package lt.mokiniai.tools.demo.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import lt.mokiniai.register.history.Chronicle;
import lt.mokiniai.register.history.Fact;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.Person;
import lt.mokiniai.register.history.Term;

/** The life of a student as it is told: what holds since birth, and what the register was told on which day. */
final class Life {

    private final Chronicle chronicle;
    private final long index;
    private final LocalDate birthDate;
    private final Instant known;

    /**
     * @param index the student's index; below 0 for the cast
     * @param known since when the register knows the student
     */
    Life(String registerId, long index, LocalDate birthDate, Instant known) {
        this.chronicle = new Chronicle(registerId, known);
        this.index = index;
        this.birthDate = birthDate;
        this.known = known;
    }

    Chronicle chronicle() {
        return chronicle;
    }

    Person person() {
        return chronicle.person();
    }

    long index() {
        return index;
    }

    LocalDate birthDate() {
        return birthDate;
    }

    Instant known() {
        return known;
    }

    /** Tells of a fact that held since birth and was known from the beginning. */
    void always(Fact fact) {
        chronicle.at(known, history -> history.asserts(fact, Term.since(birthDate)));
    }

    /** Tells of something on the morning of a day. */
    void at(LocalDate day, Consumer<History> step) {
        at(StudyGenerator.told(day, index), step);
    }

    /** Tells of something. */
    void at(Instant told, Consumer<History> step) {
        chronicle.at(told, step);
    }
}
