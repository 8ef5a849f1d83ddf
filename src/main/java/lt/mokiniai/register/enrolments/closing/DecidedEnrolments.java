package lt.mokiniai.register.enrolments.closing;

import java.time.LocalDate;
import java.util.function.BiConsumer;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.HistoryStore;
import lt.mokiniai.register.tasks.Subject;
import lt.mokiniai.register.tasks.Task;
import org.springframework.stereotype.Component;

/** The enrolments about which tasks are decided. */
@Component
class DecidedEnrolments {

    private final HistoryStore store;
    private final ClosingInstitutions institutions;

    DecidedEnrolments(HistoryStore store, ClosingInstitutions institutions) {
        this.store = store;
        this.institutions = institutions;
    }

    /**
     * Changes the enrolment of a task, unless it does not go on after a day any more.
     *
     * @param scope of who decides, to whom the student is disclosed
     */
    void change(Task task, LocalDate lastDay, Scope scope, BiConsumer<History, RegisteredEnrolment> work) {
        Subject subject = task.subject();
        String enrolmentId = institutions.enrolmentId(subject.enrolment().orElseThrow());
        store.change(subject.person(), scope.writing().provenance(), history -> {
            scope.discloses(history.person().registerId());
            RegisteredEnrolment.find(history, enrolmentId)
                    .filter(enrolment -> ClosedStudies.goesOn(history, enrolment, lastDay))
                    .ifPresent(enrolment -> work.accept(history, enrolment));
            return history;
        });
    }
}
