package lt.mokiniai.register.enrolments.closing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lt.mokiniai.kernel.scope.Provenance;
import lt.mokiniai.register.enrolments.rules.EnrolmentParts;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.reference.Institutions;
import lt.mokiniai.register.tasks.Level;
import lt.mokiniai.register.tasks.NewTask;
import lt.mokiniai.register.tasks.Subject;
import lt.mokiniai.register.tasks.Task;
import lt.mokiniai.register.tasks.Tasks;
import lt.mokiniai.register.times.ReadTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists who learns a vocational programme at an institution that has a licence for it no longer: nobody begins without one, and each
 * enrolment that goes on is a task of who answers for the institution.
 */
@Component
public class UnlicensedEnrolments {

    /** Reason of leaving (code list LEAVING_REASON) of whoever is to end. */
    private static final String REASON = "OTHER";

    /** The programme is meant by whichever of its state codes. */
    private static final String GOING_ON =
            "SELECT e.id, e.programme, e.person_id, t.valid_from, t.valid_to FROM enrolment e"
                    + " JOIN enrolment_term t ON t.enrolment_id = e.id AND t.believed_until IS NULL"
                    + " WHERE e.institution = :institution AND (e.programme = :programme OR EXISTS (SELECT 1 FROM programme g"
                    + " JOIN programme o ON o.identifier = g.identifier WHERE g.state_code = :programme"
                    + " AND o.state_code = e.programme)) AND (t.valid_to IS NULL OR t.valid_to >= :today) ORDER BY e.person_id, e.id";

    private static final String SAID = "SELECT COUNT(*) FROM task WHERE enrolment_id = ? AND kind = '"
            + UnlicensedTasks.KIND + "' AND subject_day = ? AND state <> 'WITHDRAWN'";

    private final JdbcClient jdbc;
    private final Institutions institutions;
    private final EnrolmentParts parts;
    private final Tasks tasks;
    private final ReadTimes times;

    UnlicensedEnrolments(
            JdbcClient jdbc, Institutions institutions, EnrolmentParts parts, Tasks tasks, ReadTimes times) {
        this.jdbc = jdbc;
        this.institutions = institutions;
        this.parts = parts;
        this.tasks = tasks;
        this.times = times;
    }

    private record GoingOn(long number, long person, String programme, Term days) {}

    /**
     * Opens a task about each enrolment that goes on without a licence, unless there is one about the same day, open or decided; and
     * takes back those about enrolments that are licensed now.
     *
     * @param programme one of its state codes
     * @param by the delivery that changed a licence
     * @return how many were opened
     */
    public int list(String institution, String programme, Provenance by) {
        // Of two who look at one institution, one waits for what the other opened.
        institutions.hold(institution);
        List<Task> open = tasks.openAt(institution, UnlicensedTasks.KIND);
        Map<String, List<Term>> licences = new HashMap<>();
        int opened = 0;
        for (GoingOn each : goingOn(institution, programme)) {
            Optional<LocalDate> lastDay = lastLicensedDay(
                    each.days,
                    licences.computeIfAbsent(
                            each.programme,
                            code -> parts.offer(institution, code).licences()));
            open.stream()
                    .filter(task -> task.subject().enrolment().equals(Optional.of(each.number)))
                    .filter(task -> !task.subject().day().equals(lastDay))
                    .forEach(task -> tasks.withdraw(task, by));
            if (lastDay.isPresent() && !isSaid(each.number, lastDay.get())) {
                open(institution, each, lastDay.get(), by);
                opened++;
            }
        }
        return opened;
    }

    private List<GoingOn> goingOn(String institution, String programme) {
        return jdbc.sql(GOING_ON)
                .param("institution", institution)
                .param("programme", programme)
                .param("today", times.today())
                .query((row, number) -> new GoingOn(
                        row.getLong(1),
                        row.getLong(3),
                        row.getString(2),
                        new Term(row.getObject(4, LocalDate.class), row.getObject(5, LocalDate.class))))
                .list();
    }

    /** Gives the last day of an enrolment on which there is a licence, where it goes on after it; nothing where all is licensed. */
    private static Optional<LocalDate> lastLicensedDay(Term days, List<Term> licences) {
        return days.without(licences).stream()
                .max(Comparator.comparing(Term::from))
                .filter(rest -> isAtTheEnd(rest, days.to()))
                .map(rest -> rest.from().minusDays(1));
    }

    private static boolean isAtTheEnd(Term rest, @Nullable LocalDate end) {
        return rest.to() == null || rest.to().equals(end);
    }

    private boolean isSaid(long enrolment, LocalDate lastDay) {
        return jdbc.sql(SAID).params(enrolment, lastDay).query(Integer.class).single() > 0;
    }

    private void open(String institution, GoingOn each, LocalDate lastDay, Provenance by) {
        Subject subject = Subject.of(each.person)
                .enrolled(each.number, Optional.empty(), lastDay)
                .told(Optional.of(REASON), Optional.empty());
        tasks.open(
                new NewTask(UnlicensedTasks.KIND, Level.FOUNDER, institution, subject, tasks.dueOn(Level.FOUNDER)), by);
    }
}
