package lt.mokiniai.tools.demo.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import lt.mokiniai.register.certificates.facts.CertificateHolder;
import lt.mokiniai.register.history.Chronicle;
import lt.mokiniai.register.history.Fact;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.Person;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.students.facts.PersonName;
import lt.mokiniai.register.students.facts.PersonResidence;

/** The life of a student as it is told: what holds since birth, and what the register was told on which day. */
final class Life {

    private final Chronicle chronicle;
    private final long index;
    private final LocalDate birthDate;
    private final Instant known;
    private final NavigableMap<LocalDate, PersonName> names = new TreeMap<>();

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

    /** Says how the student was called since a day, for documents of that day and later ones. */
    void called(LocalDate since, PersonName name) {
        names.put(since, name);
    }

    /** Gives the student as a document of a day names them. */
    CertificateHolder holderOn(LocalDate day) {
        return new CertificateHolder(names.floorEntry(day).getValue(), birthDate);
    }

    /** Gives a residence of the student, by chance. */
    PersonResidence home(String municipality, RandomGenerator chance) {
        String eldership = municipality + "%02d".formatted(1 + chance.nextInt(12));
        String locality = municipality + "%05d".formatted(1 + chance.nextInt(300));
        String street = chance.nextInt(20) == 0 ? null : municipality + "%06d".formatted(1 + chance.nextInt(5_000));
        String house = 1 + chance.nextInt(90) + (chance.nextInt(3) == 0 ? "" : "-" + (1 + chance.nextInt(60)));
        return new PersonResidence(person(), municipality, eldership, locality, street, house);
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
