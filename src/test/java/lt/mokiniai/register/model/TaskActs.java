package lt.mokiniai.register.model;

import java.time.LocalDate;
import java.util.Optional;
import lt.mokiniai.register.bench.Reference;
import lt.mokiniai.register.model.Task.Kind;
import lt.mokiniai.register.model.Task.Level;
import lt.mokiniai.register.model.Task.State;
import lt.mokiniai.register.model.TaskModel.Decider;
import lt.mokiniai.wsdl.tasks.DecideTask;
import lt.mokiniai.wsdl.tasks.DecideTaskResponse;

/** What schools, municipalities and the agency decide. */
final class TaskActs {

    private final Compared register;
    private final TaskModel model;

    TaskActs(Compared register, TaskModel model) {
        this.register = register;
        this.model = model;
    }

    Optional<Act<?>> decide(Chance chance) {
        return chance.any(register.model.tasks).map(task -> {
            Decider by = by(task, chance);
            State decision = chance.isOneIn(task.kind == Kind.CLOSED_SCHOOL ? 3 : 12)
                    ? State.CORRECTED
                    : chance.isOneIn(3) ? State.ACCEPTED : State.OBJECTED;
            LocalDate day = chance.isOneIn(2) ? null : chance.day(register.model.today());
            String taskId = register.taskId(task);
            return new Act<DecideTaskResponse>(
                    decision + " by " + by + " of " + task,
                    () -> model.decide(task, by, decision, day),
                    () -> {
                        register.bench().within(Compared.scope(by));
                        return register.bench().decide(service -> {
                            DecideTask request = new DecideTask();
                            request.setTaskId(taskId);
                            request.setDecision(code(decision));
                            request.setReason(decision == State.ACCEPTED ? null : "STILL_ATTENDS");
                            request.setDay(day);
                            return service.decideTask(request);
                        });
                    },
                    answer -> {});
        });
    }

    /** Who may; now and then somebody tries whose it is not. */
    private static Decider by(Task task, Chance chance) {
        if (chance.isOneIn(8)) {
            return chance.isOneIn(2)
                    ? Decider.school(chance.school())
                    : Decider.municipality(chance.isOneIn(2) ? Reference.KAUNAS : Reference.VILNIUS);
        }
        if (task.level == Level.SCHOOL) {
            return Decider.school(task.institution);
        }
        String founder = RegisterModel.founder(task.institution);
        return task.level == Level.AGENCY || founder == null || chance.isOneIn(2)
                ? Decider.agency()
                : Decider.municipality(founder);
    }

    private static String code(State decision) {
        return switch (decision) {
            case ACCEPTED -> "ACCEPT";
            case OBJECTED -> "OBJECT";
            default -> "CORRECT";
        };
    }
}
