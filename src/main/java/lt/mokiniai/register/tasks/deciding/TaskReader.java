package lt.mokiniai.register.tasks.deciding;

import static lt.mokiniai.register.sql.Column.day;
import static lt.mokiniai.register.sql.Column.flag;
import static lt.mokiniai.register.sql.Column.number;
import static lt.mokiniai.register.sql.Column.string;
import static lt.mokiniai.register.sql.Column.time;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.sql.Column;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.sql.Select;
import lt.mokiniai.register.sql.SelectedRow;
import lt.mokiniai.register.sql.Selection;
import lt.mokiniai.register.tasks.Level;
import lt.mokiniai.wsdl.tasks.Task;
import lt.mokiniai.wsdl.tasks.TaskDecision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what may be shown of tasks: only the granted columns are selected. Whoever asked about a student of another
 * institution is not told which one that is, nor who decided; and nobody is told where a student under a disclosure
 * restriction goes (docs/register.md, 'Tasks').
 */
@Component
class TaskReader {

    /** What tells whose student it is. */
    private static final List<String> OF_THE_DECIDER =
            List.of("level", "institution", "enrolmentId", "decision/note", "decision/decidedBy");

    /** What tells who asked about a student. */
    private static final List<String> OF_THE_ASKER = List.of("askedBy", "note");

    private static final List<String> OF_THE_OTHER = List.of("otherInstitution");

    /** What tells whom a school has come upon that told of somebody else: the agency alone knows. */
    private static final List<String> OF_THE_AGENCY = List.of("registerId", "otherRegisterId", "enrolmentId");

    private static final Column<Long> NUMBER = number("t.id");
    private static final Column<String> STUDENT = string("p.register_id");
    private static final Column<String> OTHER_STUDENT = string("o.register_id");
    private static final Column<String> IDENTIFIER = string("t.task_id");
    private static final Column<String> KIND = string("t.kind");
    private static final Column<Boolean> RESTRICTED = flag(TaskScope.RESTRICTED);
    private static final Column<String> LEVEL = string("t.decider");
    private static final Column<String> INSTITUTION = string("t.institution");
    private static final Column<String> OPENER = string("t.opened_institution");
    private static final Column<String> OTHER = string("t.other_institution");

    private static final Selection<Task> TASK = Selection.<Task>none()
            .and("taskId", string("t.task_id"), Task::setTaskId)
            .and("kind", string("t.kind"), Task::setKind)
            .and("state", string("t.state"), Task::setState)
            .and("openedOn", dayOf("t.opened_at"), Task::setOpenedOn)
            .and("dueOn", day("t.due_on"), Task::setDueOn)
            .and("level", string("t.decider"), Task::setLevel)
            .and("institution", string("t.institution"), Task::setInstitution)
            .and("askedBy", string("t.opened_institution"), Task::setAskedBy)
            .and("registerId", string("p.register_id"), Task::setRegisterId)
            .and("otherRegisterId", string("o.register_id"), Task::setOtherRegisterId)
            .and("enrolmentId", string("e.register_id"), Task::setEnrolmentId)
            .and("otherInstitution", string("t.other_institution"), Task::setOtherInstitution)
            .and("day", day("t.subject_day"), Task::setDay)
            .and("reason", string("t.reason"), Task::setReason)
            .and("note", string("t.note"), Task::setNote)
            .and(
                    "decision/decision",
                    string("case t.state when 'ACCEPTED' then 'ACCEPT' when 'OBJECTED' then 'OBJECT'"
                            + " when 'CORRECTED' then 'CORRECT' end"),
                    TaskReader::decision,
                    TaskDecision::setDecision)
            .and("decision/reason", string("t.decision_reason"), TaskReader::decision, TaskDecision::setReason)
            .and("decision/note", string("t.decision_note"), TaskReader::decision, TaskDecision::setNote)
            .and("decision/day", day("t.decision_day"), TaskReader::decision, TaskDecision::setDay)
            .and("decision/decidedOn", dayOf("t.closed_at"), TaskReader::decision, TaskDecision::setDecidedOn)
            .and(
                    "decision/decidedBy",
                    string("t.closed_institution"),
                    TaskReader::decision,
                    TaskDecision::setDecidedBy);

    private final JdbcClient jdbc;

    TaskReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A task that was read; nobody is disclosed yet.
     *
     * @param decided whether they decide it; else they opened it
     * @param student the register id; nothing of a task that is about no student
     * @param otherStudent the register id of the other record
     */
    record Read(
            long number,
            String taskId,
            String kind,
            boolean decided,
            Optional<String> student,
            Optional<String> otherStudent,
            Task task) {

        /** Records that what goes back tells of the students, and gives the task. */
        Task disclosedIn(Scope scope) {
            student.ifPresentOrElse(scope::discloses, scope::tellsOfNoStudent);
            otherStudent.ifPresent(scope::looksAt);
            return task;
        }
    }

    /**
     * Reads tasks in the order of their numbers.
     *
     * @param conditions begun by {@link TaskScope#asOf}
     */
    List<Read> read(Conditions conditions, int most, Scope scope) {
        TaskScope tasks = TaskScope.of(scope);
        Column<Boolean> decides = flag(tasks.decided(conditions));
        Selection<Task> granted = TASK.within(scope.fields().within("task"));
        return Select.of(
                        NUMBER,
                        IDENTIFIER,
                        KIND,
                        STUDENT,
                        OTHER_STUDENT,
                        RESTRICTED,
                        LEVEL,
                        INSTITUTION,
                        OPENER,
                        OTHER,
                        decides)
                .and(granted)
                .from(TaskScope.TABLES)
                .where(conditions)
                .orderBy("t.id")
                .first(most)
                .list(jdbc, row -> {
                    Task task = new Task();
                    granted.without(hidden(row, row.get(decides), tasks)).fill(task, row);
                    return new Read(
                            row.get(NUMBER),
                            row.get(IDENTIFIER),
                            row.get(KIND),
                            row.get(decides),
                            row.find(STUDENT),
                            row.find(OTHER_STUDENT),
                            task);
                });
    }

    /** The elements that are not shown to a school. */
    private static List<String> hidden(SelectedRow row, boolean decides, TaskScope tasks) throws SQLException {
        List<String> hidden = new ArrayList<>();
        if (!tasks.acting().decides()) {
            Set<String> own = tasks.institutions();
            if (!decides && !own.contains(row.get(INSTITUTION))) {
                hidden.addAll(OF_THE_DECIDER);
            }
            if (row.get(LEVEL).equals(Level.AGENCY.name())) {
                hidden.addAll(OF_THE_AGENCY);
            }
            if (row.get(RESTRICTED)) {
                if (!own.contains(row.get(OPENER))) {
                    hidden.addAll(OF_THE_ASKER);
                }
                if (!row.find(OTHER).filter(own::contains).isPresent()) {
                    hidden.addAll(OF_THE_OTHER);
                }
            }
        }
        return hidden;
    }

    private static Column<LocalDate> dayOf(String column) {
        return time(column).as(at -> LocalDate.ofInstant(at, Dates.ZONE));
    }

    private static TaskDecision decision(Task task) {
        if (task.getDecision() == null) {
            task.setDecision(new TaskDecision());
        }
        return task.getDecision();
    }
}
