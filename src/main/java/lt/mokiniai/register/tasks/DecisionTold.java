package lt.mokiniai.register.tasks;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A decision, as a message tells it.
 *
 * @param reason code list TASK_REASON
 * @param note in the decider's words
 * @param day the day that is right, of a decision that corrects one
 */
public record DecisionTold(
        Decision decision, Optional<String> reason, Optional<String> note, Optional<LocalDate> day) {}
