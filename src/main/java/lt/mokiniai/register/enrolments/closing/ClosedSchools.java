package lt.mokiniai.register.enrolments.closing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.scope.Provenance;
import lt.mokiniai.register.enrolments.closing.ClosingInstitutions.Standing;
import lt.mokiniai.register.tasks.Tasks;
import org.springframework.stereotype.Component;

/**
 * Lists who is enrolled in an institution that closes, where its own register told so and nobody asked what becomes of them: each
 * enrolment that would go on is a task of who answers for the institution.
 */
@Component
public class ClosedSchools {

    /** More than any school has; what would be left over, the operator's list of closed institutions shows. */
    private static final int MOST = 10_000;

    private static final String MOVED = "TRANSFER";
    private static final String ENDED = "OTHER";

    private final ClosingInstitutions institutions;
    private final ClosedSchoolTasks closed;
    private final Tasks tasks;

    ClosedSchools(ClosingInstitutions institutions, ClosedSchoolTasks closed, Tasks tasks) {
        this.institutions = institutions;
        this.closed = closed;
        this.tasks = tasks;
    }

    /**
     * Opens a task about each enrolment that would go on after the last day, unless there is one already.
     *
     * @param successor where the students go on
     * @param by the delivery that told it
     * @return how many
     */
    public int list(
            InstitutionCode institution, LocalDate lastDay, Optional<InstitutionCode> successor, Provenance by) {
        Closing closing = new Closing(lastDay, successor, successor.isPresent() ? MOVED : ENDED);
        closed.takeOver(institution, lastDay);
        List<Standing> standing = institutions.standing(institution.value(), lastDay, MOST);
        standing.forEach(each -> closed.open(institution, each, closing, Optional.empty(), by));
        return standing.size();
    }

    /** Takes back what waits, since the institution does not close, or on another day. */
    public void takeBack(InstitutionCode institution, Provenance by) {
        tasks.openAt(institution.value(), ClosedSchoolTasks.KIND).forEach(task -> tasks.withdraw(task, by));
    }
}
