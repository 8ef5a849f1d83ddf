package lt.mokiniai.register.model;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lt.mokiniai.register.model.Task.Kind;
import lt.mokiniai.register.model.Task.Level;
import lt.mokiniai.register.model.Task.Subject;

/** A second, plain definition of registrations of nobody that are struck by a task (docs/decisions/0051-removal.md). */
final class RemovalModel {

    private static final String KNOWN_ELSEWHERE = "MR-552 registerId";

    private final RegisterModel register;

    RemovalModel(RegisterModel register) {
        this.register = register;
    }

    /** A school asks that a registration be struck. */
    Set<String> ask(Person person, String school) {
        if (!isOf(person, school)) {
            return Set.of("MR-501 registerId");
        }
        Set<String> refused = new TreeSet<>(against(person, school));
        boolean isAsked = register.tasks.stream()
                .anyMatch(task -> task.isOpen() && task.kind == Kind.REMOVAL && task.subject.person() == person);
        if (isAsked) {
            refused.add("MR-554 registerId");
        }
        if (refused.isEmpty()) {
            register.open(Kind.REMOVAL, Level.FOUNDER, school, Subject.of(person));
        }
        return refused;
    }

    /** Whether a school may write a student: who is enrolled there, now or later on, or whom it registered and nobody enrolled. */
    private boolean isOf(Person person, String school) {
        List<Study> believed = register.believed(person);
        boolean isEnrolled = believed.stream()
                .filter(study -> study.school.equals(school))
                .anyMatch(study -> study.days.to() == null || !study.days.to().isBefore(register.today()));
        return person.isThere() && (isEnrolled || (believed.isEmpty() && school.equals(person.registrar)));
    }

    /** Somebody of whom others know is no nobody: who learnt elsewhere, is asked for, is protected, or was found to be another. */
    private Set<String> against(Person person, String school) {
        boolean isKnown = person.isRestricted
                || register.isTransferWaiting(person)
                || register.believed(person).stream().anyMatch(study -> !study.school.equals(school))
                || register.persons.stream().anyMatch(other -> other != person && other.kept() == person);
        return isKnown ? Set.of(KNOWN_ELSEWHERE) : Set.of();
    }

    /** Who answers for the school says whether it is struck. */
    Set<String> decide(Task task, boolean accepts) {
        Person person = task.subject.person();
        Set<String> refused = accepts ? against(person, task.institution) : Set.of();
        if (accepts && refused.isEmpty()) {
            register.believed(person).forEach(study -> study.isStruck = true);
            person.isRemoved = true;
        }
        return refused;
    }
}
