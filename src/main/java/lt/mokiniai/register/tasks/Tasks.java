package lt.mokiniai.register.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.kernel.scope.Provenance;
import lt.mokiniai.register.history.RegisterIds;
import lt.mokiniai.register.times.ReadTimes;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of tasks. They are opened and closed in the transaction of whoever calls. */
@Component
public class Tasks {

    private static final String INSERT = "INSERT INTO task (task_id, kind, decider, institution, person_id,"
            + " other_person_id, enrolment_id, other_institution, subject_day, reason, note, opened_receipt,"
            + " opened_operation, opened_party, opened_institution, opened_user, opened_at, due_on, state)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')";

    /** Of two who decide at once, one finds the task open. */
    private static final String CLOSE = "UPDATE task SET state = ?, closed_receipt = ?, closed_operation = ?,"
            + " closed_party = ?, closed_institution = ?, closed_user = ?, closed_at = ?, decision_reason = ?,"
            + " decision_note = ?, decision_day = ? WHERE id = ? AND state = 'OPEN'";

    private final JdbcClient jdbc;
    private final ReadTimes times;
    private final TaskProperties properties;

    Tasks(JdbcClient jdbc, ReadTimes times, TaskProperties properties) {
        this.jdbc = jdbc;
        this.times = times;
        this.properties = properties;
    }

    /** Gives the last day of the term of a task that is opened today, by who decides it. */
    public LocalDate dueOn(Level level) {
        return times.today().plusDays(level == Level.SCHOOL ? properties.schoolDays() : properties.authorityDays());
    }

    /** Gives the tasks that a school could not decide in their term, since it is closed from a day on, to who answers for it. */
    public void toFounder(String institution, LocalDate lastDay) {
        jdbc.sql("UPDATE task SET decider = 'FOUNDER', due_on = ? WHERE institution = ? AND decider = 'SCHOOL'"
                        + " AND state = 'OPEN' AND due_on > ?")
                .params(dueOn(Level.FOUNDER), institution, lastDay)
                .update();
    }

    /** Gives the condition that enrolment {@code e} has an open task of a kind. */
    public static String isOpen(String kind) {
        return "EXISTS (SELECT 1 FROM task a WHERE a.enrolment_id = e.id AND a.state = 'OPEN' AND a.kind = '" + kind
                + "')";
    }

    /**
     * Opens a task.
     *
     * @param openedBy the message that asks for it
     * @return its identifier
     */
    public String open(NewTask task, Provenance openedBy) {
        String taskId = RegisterIds.next();
        Subject subject = task.subject();
        jdbc.sql(INSERT)
                .params(
                        taskId,
                        task.kind(),
                        task.level().name(),
                        task.institution(),
                        orNull(Types.BIGINT, Optional.of(subject.person()).filter(person -> person != Subject.NOBODY)),
                        orNull(Types.BIGINT, subject.otherPerson()),
                        orNull(Types.BIGINT, subject.enrolment()),
                        orNull(Types.VARCHAR, subject.otherInstitution()),
                        orNull(Types.DATE, subject.day()),
                        orNull(Types.VARCHAR, subject.reason()),
                        orNull(Types.VARCHAR, subject.note()),
                        openedBy.receipt(),
                        openedBy.operation(),
                        openedBy.party(),
                        openedBy.institution(),
                        orNull(Types.VARCHAR, openedBy.userId()),
                        now(),
                        task.dueOn())
                .update();
        return taskId;
    }

    /** Opens a task again as one of the agency: nobody decided it in its term. */
    public void toAgency(Task task) {
        open(
                new NewTask(task.kind(), Level.AGENCY, task.institution(), task.subject(), dueOn(Level.AGENCY)),
                task.openedBy());
    }

    /** Gives a task by its identifier. */
    public Optional<Task> find(String taskId) {
        return jdbc.sql("SELECT * FROM task WHERE task_id = ?")
                .param(taskId)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Gives the open tasks that are about a person, the first opened first. */
    public List<Task> openOf(long person) {
        return jdbc.sql(
                        "SELECT * FROM task WHERE state = 'OPEN' AND (person_id = ? OR other_person_id = ?) ORDER BY id")
                .params(person, person)
                .query((row, number) -> read(row))
                .list();
    }

    /** Gives the open tasks of a kind at an institution, the first opened first. */
    public List<Task> openAt(String institution, String kind) {
        return jdbc.sql("SELECT * FROM task WHERE institution = ? AND state = 'OPEN' AND kind = ? ORDER BY id")
                .params(institution, kind)
                .query((row, number) -> read(row))
                .list();
    }

    /**
     * Closes a task that was decided.
     *
     * @param by the message that decided it
     * @return false when it was not open any more
     */
    public boolean decide(Task task, DecisionTold told, Provenance by) {
        return close(task, told.decision().state(), Optional.of(by), Optional.of(told));
    }

    /** Closes a task that who opened it took back, by a message; gives false when it was not open any more. */
    public boolean withdraw(Task task, Provenance by) {
        return close(task, State.WITHDRAWN, Optional.of(by), Optional.empty());
    }

    /** Closes a task whose term ended; gives false when it was not open any more. */
    public boolean lapse(Task task) {
        return close(task, State.LAPSED, Optional.empty(), Optional.empty());
    }

    private boolean close(Task task, State state, Optional<Provenance> by, Optional<DecisionTold> told) {
        return jdbc.sql(CLOSE)
                        .params(
                                state.name(),
                                orNull(Types.VARCHAR, by.map(Provenance::receipt)),
                                orNull(Types.VARCHAR, by.map(Provenance::operation)),
                                orNull(Types.VARCHAR, by.map(Provenance::party)),
                                orNull(Types.VARCHAR, by.map(Provenance::institution)),
                                orNull(Types.VARCHAR, by.flatMap(Provenance::userId)),
                                now(),
                                orNull(Types.VARCHAR, told.flatMap(DecisionTold::reason)),
                                orNull(Types.VARCHAR, told.flatMap(DecisionTold::note)),
                                orNull(Types.DATE, told.flatMap(DecisionTold::day)),
                                task.id())
                        .update()
                == 1;
    }

    private SqlParameterValue now() {
        return new SqlParameterValue(
                Types.TIMESTAMP_WITH_TIMEZONE, times.present().knownAt().atOffset(ZoneOffset.UTC));
    }

    private static SqlParameterValue orNull(int type, Optional<?> value) {
        return new SqlParameterValue(type, value.orElse(null));
    }

    private static Task read(ResultSet row) throws SQLException {
        // A number that is not there is read as that of nobody.
        Subject subject = new Subject(
                row.getLong("person_id"),
                Optional.ofNullable(row.getObject("other_person_id", Long.class)),
                Optional.ofNullable(row.getObject("enrolment_id", Long.class)),
                Optional.ofNullable(row.getString("other_institution")),
                Optional.ofNullable(row.getObject("subject_day", LocalDate.class)),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getString("note")));
        Provenance openedBy = new Provenance(
                row.getString("opened_receipt"),
                row.getString("opened_operation"),
                row.getString("opened_party"),
                row.getString("opened_institution"),
                Optional.ofNullable(row.getString("opened_user")));
        return new Task(
                row.getLong("id"),
                row.getString("task_id"),
                new NewTask(
                        row.getString("kind"),
                        Level.valueOf(row.getString("decider")),
                        row.getString("institution"),
                        subject,
                        row.getObject("due_on", LocalDate.class)),
                openedBy,
                instant(row, "opened_at"),
                State.valueOf(row.getString("state")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
