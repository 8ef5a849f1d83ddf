package lt.mokiniai.register.tasks;

import java.time.Instant;
import java.time.LocalDate;
import lt.mokiniai.kernel.scope.Provenance;

/**
 * A task.
 *
 * @param id the register's internal number
 * @param taskId its identifier
 * @param asked what it is, as it was opened
 * @param openedBy the message that opened it
 */
public record Task(long id, String taskId, NewTask asked, Provenance openedBy, Instant openedAt, State state) {

    /** Code list TASK_KIND. */
    public String kind() {
        return asked.kind();
    }

    /** Who decides. */
    public Level level() {
        return asked.level();
    }

    /** The code of the institution whose task it is; of the agency's, the one that it concerns. */
    public String institution() {
        return asked.institution();
    }

    /** What it is about. */
    public Subject subject() {
        return asked.subject();
    }

    /** The last day of its term. */
    public LocalDate dueOn() {
        return asked.dueOn();
    }
}
