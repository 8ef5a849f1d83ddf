package lt.mokiniai.register.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lt.mokiniai.register.model.Task.Kind;
import lt.mokiniai.register.model.Task.Level;
import lt.mokiniai.register.model.Task.State;

/** A second, plain definition of who decides tasks, once, in their terms, and of what follows (docs/register.md, 'Tasks'). */
final class TaskModel {

    private final RegisterModel register;
    private final TransferModel transfers;
    private final RemovalModel removals;
    private final MergeModel merges;
    private final ClosingModel closings;

    TaskModel(
            RegisterModel register,
            TransferModel transfers,
            RemovalModel removals,
            MergeModel merges,
            ClosingModel closings) {
        this.register = register;
        this.transfers = transfers;
        this.removals = removals;
        this.merges = merges;
        this.closings = closings;
    }

    /**
     * Who decides.
     *
     * @param level of what they decide: a school, a municipality, or the agency, which decides what municipalities do too
     * @param code of the school or the municipality
     */
    record Decider(Level level, String code) {

        static Decider school(String code) {
            return new Decider(Level.SCHOOL, code);
        }

        static Decider municipality(String code) {
            return new Decider(Level.FOUNDER, code);
        }

        static Decider agency() {
            return new Decider(Level.AGENCY, "");
        }

        boolean decides(Task task) {
            return switch (level) {
                case SCHOOL -> task.level == Level.SCHOOL && task.institution.equals(code);
                case FOUNDER ->
                    task.level == Level.FOUNDER
                            && code.equals(RegisterModel.founder(task.institution))
                            // Whom a restriction hides no founder finds.
                            && !task.subject.person().isHidden();
                case AGENCY -> task.level != Level.SCHOOL;
            };
        }
    }

    /**
     * Somebody decides a task.
     *
     * @param day that they tell; nothing where none is told
     */
    Set<String> decide(Task task, Decider by, State decision, LocalDate day) {
        if (!by.decides(task)) {
            return Set.of("MR-501 taskId");
        }
        if (decision == State.CORRECTED && task.kind != Kind.CLOSED_SCHOOL) {
            return Set.of("MR-543 decision");
        }
        if (!task.isOpen()) {
            return Set.of("MR-541 taskId");
        }
        if (register.today().isAfter(task.dueOn)) {
            return Set.of("MR-542 taskId");
        }
        Set<String> refused = carryOut(task, decision, day);
        if (refused.isEmpty()) {
            task.state = decision;
        }
        return refused;
    }

    private Set<String> carryOut(Task task, State decision, LocalDate day) {
        boolean accepts = decision == State.ACCEPTED;
        return switch (task.kind) {
            case TRANSFER -> transfers.confirm(task, accepts);
            case TRANSFER_OBJECTED -> transfers.decideObjection(task, accepts);
            case TRANSFER_STRUCK -> transfers.answerStrike(task, accepts);
            case REMOVAL -> removals.decide(task, accepts);
            case MERGE -> merges.decide(task, accepts);
            case CLOSED_SCHOOL -> closings.decide(task, decision, day);
        };
    }

    /** Gives the tasks of which the term is over. */
    List<Task> due() {
        return register.tasks.stream()
                .filter(task -> task.isOpen() && task.dueOn.isBefore(register.today()))
                .toList();
    }

    /** The term of a task ends that nobody decided. */
    void lapse(Task task) {
        task.state = State.LAPSED;
        switch (task.kind) {
            case TRANSFER -> transfers.lapseConfirmation(task);
            case TRANSFER_OBJECTED -> transfers.asAsked(task.subject.transfer());
            case CLOSED_SCHOOL -> closings.lapse(task);
            case TRANSFER_STRUCK, REMOVAL, MERGE -> {
                // It stays as it is.
            }
        }
    }
}
