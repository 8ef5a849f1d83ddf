package lt.mokiniai.register.tasks;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a task is about; what a kind does not need is not there.
 *
 * @param person the internal number of the student; {@value #NOBODY} of a task that is about none
 * @param otherPerson of another record, that may be about the same student
 * @param enrolment the internal number of an enrolment
 * @param otherInstitution the code of an institution beside the one whose task it is
 * @param day from which on, or until when, it is asked
 * @param reason code of a list of the kind's own
 * @param note in the words of who opened it
 */
public record Subject(
        long person,
        Optional<Long> otherPerson,
        Optional<Long> enrolment,
        Optional<String> otherInstitution,
        Optional<LocalDate> day,
        Optional<String> reason,
        Optional<String> note) {

    /** Stands for the student of a task that is about none. */
    public static final long NOBODY = 0;

    /** No student; what it is about stands in words. */
    public static Subject ofNobody(String words) {
        return of(NOBODY).told(Optional.empty(), Optional.of(words));
    }

    /** A student, of whom nothing else is told. */
    public static Subject of(long person) {
        return new Subject(
                person,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Gives the same beside another record. */
    public Subject beside(long other) {
        return new Subject(person, Optional.of(other), enrolment, otherInstitution, day, reason, note);
    }

    /** Gives the same about an enrolment: another institution has to do with it where one is told, on a day. */
    public Subject enrolled(long number, Optional<String> other, LocalDate on) {
        return new Subject(person, otherPerson, Optional.of(number), other, Optional.of(on), reason, note);
    }

    /** Gives the same with what whoever opens the task says of it. */
    public Subject told(Optional<String> code, Optional<String> words) {
        return new Subject(person, otherPerson, enrolment, otherInstitution, day, code, words);
    }
}
