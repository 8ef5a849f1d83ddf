package lt.mokiniai.register.enrolments.closing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Provenance;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.enrolments.closing.ClosingInstitutions.Standing;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.enrolments.transfers.TransferTasks;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.tasks.Decision;
import lt.mokiniai.register.tasks.DecisionTold;
import lt.mokiniai.register.tasks.Level;
import lt.mokiniai.register.tasks.NewTask;
import lt.mokiniai.register.tasks.Subject;
import lt.mokiniai.register.tasks.Task;
import lt.mokiniai.register.tasks.TaskWork;
import lt.mokiniai.register.tasks.Tasks;
import lt.mokiniai.register.times.ReadTimes;
import org.springframework.stereotype.Component;

/**
 * The tasks about students who would still be enrolled in an institution that closes. To accept is to do what the closing asked:
 * the study goes on at the successor, where there is one, or ends. To correct is to end it, on the last day or on an earlier one.
 * To object is to say that nothing is to be done, which is so when the enrolment has ended meanwhile. What nobody decides in its
 * term goes to the agency: nobody stays enrolled in a closed institution because a term went by.
 */
@Component
class ClosedSchoolTasks implements TaskWork {

    static final String KIND = "CLOSED_SCHOOL";

    private final Tasks tasks;
    private final DecidedEnrolments enrolments;
    private final ClosedStudies studies;
    private final ReadTimes times;

    ClosedSchoolTasks(Tasks tasks, DecidedEnrolments enrolments, ClosedStudies studies, ReadTimes times) {
        this.tasks = tasks;
        this.enrolments = enrolments;
        this.studies = studies;
        this.times = times;
    }

    /**
     * Opens the task about an enrolment.
     *
     * @param why the codes of the rules that did not let it be done at once; nothing where nobody tried
     */
    String open(InstitutionCode institution, Standing standing, Closing closing, Optional<String> why, Provenance by) {
        Subject subject = Subject.of(standing.person())
                .enrolled(standing.number(), closing.successor().map(InstitutionCode::value), closing.lastDay())
                .told(Optional.of(closing.reason()), why);
        // The term begins when the institution is closed, or now where it is.
        long days = Math.max(0, ChronoUnit.DAYS.between(times.today(), closing.lastDay()));
        LocalDate dueOn = tasks.dueOn(Level.FOUNDER).plusDays(days);
        return tasks.open(new NewTask(KIND, Level.FOUNDER, institution.value(), subject, dueOn), by);
    }

    /** Tells whether another school has asked for a student. */
    boolean isAskedFor(long person) {
        return tasks.openOf(person).stream().anyMatch(TransferTasks::isOfAMove);
    }

    /** Who answers for the institution decides what it cannot decide any more. */
    void takeOver(InstitutionCode institution, LocalDate lastDay) {
        tasks.toFounder(institution.value(), lastDay);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<Decision> decisions() {
        return Set.of(Decision.ACCEPT, Decision.OBJECT, Decision.CORRECT);
    }

    @Override
    public void decided(Task task, DecisionTold told, Scope scope) {
        Subject subject = task.subject();
        LocalDate lastDay = subject.day().orElseThrow();
        enrolments.change(task, lastDay, scope, (history, enrolment) -> carryOut(history, enrolment, subject, told));
    }

    private void carryOut(History history, RegisteredEnrolment enrolment, Subject subject, DecisionTold told) {
        LocalDate lastDay = subject.day().orElseThrow();
        String reason = subject.reason().orElseThrow();
        switch (told.decision()) {
            case ACCEPT ->
                studies.carryOut(
                        history,
                        enrolment,
                        new Closing(lastDay, subject.otherInstitution().map(InstitutionCode::of), reason));
            case CORRECT -> {
                LocalDate day = told.day().orElse(lastDay);
                history.requires(!day.isAfter(lastDay), "day", ExchangeError.INSTITUTION_NOT_OPEN);
                studies.carryOut(history, enrolment, new Closing(day, Optional.empty(), reason));
            }
            case OBJECT ->
                throw ExchangeException.of(ExchangeError.STILL_ENROLLED).at("decision");
        }
    }

    @Override
    public void lapsed(Task task) {
        tasks.toAgency(task);
    }
}
