package lt.mokiniai.register.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lt.mokiniai.register.bench.Reference;
import lt.mokiniai.register.model.TaskModel.Decider;
import lt.mokiniai.wsdl.tasks.TaskTransfer;
import org.jspecify.annotations.Nullable;

/** Looks whether a register and its model say the same of tasks, transfers and schools that close. */
final class ComparedTasks {

    private static final int ALL = 500;

    private final Compared register;
    private final RegisterModel model;

    ComparedTasks(Compared register) {
        this.register = register;
        this.model = register.model;
    }

    void compare() {
        compareRows();
        RegisterModel.SCHOOLS.forEach(this::compareTransfers);
        RegisterModel.SCHOOLS.forEach(this::compareDays);
    }

    /** Looks whether somebody is shown what they have to decide, and nothing else. */
    void compareOpenOf(Chance chance) {
        Decider by = chance.of(List.of(
                Decider.school(chance.school()),
                Decider.municipality(Reference.KAUNAS),
                Decider.municipality(Reference.VILNIUS),
                Decider.agency()));
        register.bench().within(Compared.scope(by));
        List<String> told = register
                .bench()
                .tasks(request -> {
                    request.setAsked(false);
                    request.setOpen(true);
                    request.setPageSize(ALL);
                })
                .getTask()
                .stream()
                .map(task -> task.getTaskId() + " " + task.getKind() + " " + task.getDueOn())
                .toList();
        List<String> ids = register.jdbc().queryForList("SELECT task_id FROM task ORDER BY id", String.class);
        assertThat(told)
                .as("what %s has to decide", by)
                .isEqualTo(model.tasks.stream()
                        .filter(task -> task.isOpen() && by.decides(task))
                        .map(task -> ids.get(model.tasks.indexOf(task)) + " " + task.kind + " " + task.dueOn)
                        .toList());
    }

    /** Who decides each, until when, and what became of it, in the order in which they were opened. */
    private void compareRows() {
        List<String> rows = register.jdbc()
                .query(
                        "SELECT t.kind, t.decider, t.institution, p.register_id, o.register_id, t.due_on, t.state"
                                + " FROM task t JOIN person p ON p.id = t.person_id"
                                + " LEFT JOIN person o ON o.id = t.other_person_id ORDER BY t.id",
                        (row, number) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " "
                                + student(row.getString(4)) + " beside " + student(row.getString(5)) + " due "
                                + row.getObject(6, LocalDate.class) + " " + row.getString(7));
        assertThat(rows)
                .as("tasks")
                .isEqualTo(model.tasks.stream().map(Task::told).toList());
    }

    private @Nullable Person student(@Nullable String registerId) {
        return registerId == null ? null : model.persons.get(register.numberOf(registerId));
    }

    /** What became of the transfers that a school asked for, and which enrolment began. */
    private void compareTransfers(String school) {
        List<Transfer> asked = model.transfers.stream()
                .filter(transfer -> transfer.asked.school.equals(school))
                .toList();
        if (asked.isEmpty()) {
            return;
        }
        register.bench().within(Compared.school(school));
        Map<String, TaskTransfer> told = new HashMap<>();
        register.bench()
                .tasks(request -> {
                    request.setAsked(true);
                    request.setPageSize(ALL);
                })
                .getTask()
                .forEach(task -> Optional.ofNullable(task.getTransfer())
                        .ifPresent(transfer -> told.put(transfer.getTransferId(), transfer)));
        for (Transfer transfer : asked) {
            TaskTransfer one = told.get(register.transfers.get(transfer));
            assertThat(one.getState()).as("what became of a transfer").isEqualTo(transfer.state.name());
            assertThat(one.getEnrolmentId())
                    .as("the enrolment that began")
                    .isEqualTo(transfer.begun == null ? null : register.identifiers.get(transfer.begun));
        }
    }

    private void compareDays(String school) {
        String told = register.jdbc()
                .queryForObject(
                        "SELECT deregistered, successor FROM institution WHERE code = ?",
                        (row, number) -> row.getObject(1, LocalDate.class) + " " + row.getString(2),
                        school);
        assertThat(told)
                .as("the last day of a school, and who goes on")
                .isEqualTo(model.enrolments.lastDays.get(school) + " " + model.successors.get(school));
    }
}
