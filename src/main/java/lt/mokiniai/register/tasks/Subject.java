package lt.mokiniai.register.tasks;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a task is about; what a kind does not need is not there.
 *
 * @param person the internal number of the student
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
        Optional<String> note) {}
