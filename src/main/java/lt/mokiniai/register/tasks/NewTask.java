package lt.mokiniai.register.tasks;

import java.time.LocalDate;

/**
 * A task that is to be opened.
 *
 * @param kind code list TASK_KIND
 * @param level who decides
 * @param institution the code of the institution whose task it is; of the agency's, the one that it concerns
 * @param dueOn the last day of its term
 */
public record NewTask(String kind, Level level, String institution, Subject subject, LocalDate dueOn) {}
