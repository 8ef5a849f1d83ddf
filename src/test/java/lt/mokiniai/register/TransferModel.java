package lt.mokiniai.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lt.mokiniai.register.WritingModel.Days;
import lt.mokiniai.register.WritingModel.Study;
import lt.mokiniai.register.WritingModel.Told;

/**
 * A second, plain definition of transfers and of the tasks that they wait for, beside that of enrolments: written from
 * docs/register.md, 'Transfers', and not with the code that is tested. Each act gives what it is refused for, as code and
 * field; nothing where it is taken, and then the model is changed.
 */
final class TransferModel {

    private static final int SCHOOL_DAYS = 5;
    private static final int AUTHORITY_DAYS = 20;

    /** What became of a transfer, as its asker is told. */
    enum State {
        WAITING,
        OBJECTED,
        DONE,
        FAILED,
        REFUSED,
        WITHDRAWN,
        STRUCK
    }

    /** What a task is. */
    enum Kind {
        CONFIRMATION,
        OBJECTION,
        STRIKE
    }

    /** A task, as it stands. */
    static final class Task {
        final Transfer transfer;
        final Kind kind;
        final boolean isOfSchool;
        final LocalDate dueOn;
        boolean isOpen = true;

        Task(Transfer transfer, Kind kind, boolean isOfSchool, LocalDate today) {
            this.transfer = transfer;
            this.kind = kind;
            this.isOfSchool = isOfSchool;
            this.dueOn = today.plusDays(isOfSchool ? SCHOOL_DAYS : AUTHORITY_DAYS);
        }
    }

    /** A transfer: the enrolment that would end, and the one that would begin. */
    static final class Transfer {
        final Study former;
        final Study asked;
        final LocalDate from;
        final Told first;
        State state = State.WAITING;
        Study before;
        Study after;
        Study begun;

        private Transfer(Study former, Study asked, LocalDate from, Told first) {
            this.former = former;
            this.asked = asked;
            this.from = from;
            this.first = first;
        }

        private boolean isWaiting() {
            return state == State.WAITING || state == State.OBJECTED;
        }

        /** Whether the former school wrote nothing of its enrolment since the transfer ended it, or could not. */
        boolean isFormerAsItWasLeft() {
            return after == null || former.isLike(after);
        }
    }

    final WritingModel enrolments;
    final List<Transfer> transfers = new ArrayList<>();
    /** In the order in which they were opened. */
    final List<Task> tasks = new ArrayList<>();

    TransferModel(WritingModel enrolments) {
        this.enrolments = enrolments;
    }

    /** The new school asks that a student move there from a day on. */
    Set<String> ask(Study asked, LocalDate from, Told first) {
        Set<String> refused = new TreeSet<>();
        if (!enrolments.mayBeTold(from)) {
            refused.add("MR-511 enrolledFrom");
        }
        if (!WritingModel.hasLevel(true, first.level())) {
            refused.add("MR-515 stage/classLevel");
        }
        if (!refused.isEmpty()) {
            return refused;
        }
        List<Study> present = enrolments.general(asked.student, new Days(from, null), null);
        if (present.isEmpty()) {
            refused.add("MR-571 person");
        } else if (present.stream().anyMatch(study -> study.school.equals(asked.school))) {
            refused.add("MR-570 institution");
        } else if (present.size() > 1 || !present.get(0).days.from().isBefore(from)) {
            refused.add("MR-517 enrolledFrom");
        }
        if (transfers.stream().anyMatch(other -> other.asked.student == asked.student && other.isWaiting())) {
            refused.add("MR-572 person");
        }
        if (refused.isEmpty()) {
            Transfer transfer = new Transfer(present.get(0), asked, from, first);
            transfers.add(transfer);
            tasks.add(new Task(transfer, Kind.CONFIRMATION, true, enrolments.today));
        }
        return refused;
    }

    /**
     * Somebody decides a task.
     *
     * @param may whether it is theirs
     */
    Set<String> decide(Task task, boolean may, boolean accepts) {
        if (!may) {
            return Set.of("MR-501 taskId");
        }
        if (!task.isOpen) {
            return Set.of("MR-541 taskId");
        }
        if (enrolments.today.isAfter(task.dueOn)) {
            return Set.of("MR-542 taskId");
        }
        Transfer transfer = task.transfer;
        if (!accepts && task.kind == Kind.OBJECTION && transfer.state == State.STRUCK) {
            Set<String> refused = endAgain(transfer);
            task.isOpen = !refused.isEmpty();
            return refused;
        }
        task.isOpen = false;
        if (accepts) {
            asAsked(task);
        } else if (task.isOfSchool) {
            if (task.kind == Kind.CONFIRMATION) {
                transfer.state = State.OBJECTED;
            }
            tasks.add(new Task(transfer, Kind.OBJECTION, false, enrolments.today));
        } else {
            transfer.state = State.REFUSED;
        }
        return Set.of();
    }

    /** The asker takes a transfer back: withdrawn while it waits, struck after it was carried out. */
    Set<String> takeBack(Transfer transfer) {
        if (transfer.isWaiting()) {
            tasks.stream().filter(task -> task.transfer == transfer).forEach(task -> task.isOpen = false);
            transfer.state = State.WITHDRAWN;
            return Set.of();
        }
        if (transfer.state != State.DONE) {
            return Set.of("MR-573 transferId");
        }
        Study former = transfer.former;
        boolean standsAgain = transfer.before != null && !former.isStruck;
        Days days = standsAgain ? transfer.before.days : former.days;
        boolean isFree = former.isStruck
                || enrolments.general(former.student, days, former).stream().allMatch(study -> study == transfer.begun);
        if (!isFree) {
            return Set.of("MR-517 transferId");
        }
        transfer.begun.isStruck = true;
        if (standsAgain) {
            former.become(transfer.before);
        }
        transfer.state = State.STRUCK;
        tasks.add(new Task(transfer, Kind.STRIKE, true, enrolments.today));
        return Set.of();
    }

    /** The terms end of what nobody decided. */
    int endTerms() {
        List<Task> due = tasks.stream()
                .filter(task -> task.isOpen && task.dueOn.isBefore(enrolments.today))
                .toList();
        due.forEach(task -> {
            task.isOpen = false;
            asAsked(task);
        });
        return due.size();
    }

    /** Silence and consent do what the new school asked for; a transfer that was struck stays so. */
    private void asAsked(Task task) {
        if (task.transfer.isWaiting()) {
            carryOut(task.transfer);
        }
    }

    private void carryOut(Transfer transfer) {
        Study former = transfer.former;
        boolean ends = !former.isStruck
                && (former.days.to() == null || !former.days.to().isBefore(transfer.from));
        LocalDate last = transfer.from.minusDays(1);
        List<Study> others = enrolments.general(former.student, new Days(transfer.from, null), former);
        if (!others.isEmpty() || (ends && last.isBefore(former.days.from()))) {
            transfer.state = State.FAILED;
            return;
        }
        if (ends) {
            transfer.before = former.copy();
            end(transfer);
            transfer.after = former.copy();
        }
        Study begun = transfer.asked;
        begun.days = new Days(transfer.from, null);
        begun.told.put(transfer.from, transfer.first);
        enrolments.studies.add(begun);
        transfer.begun = begun;
        transfer.state = State.DONE;
    }

    private static void end(Transfer transfer) {
        Study former = transfer.former;
        former.lasts(new Days(former.days.from(), transfer.from.minusDays(1)));
        former.leaving = "TRANSFER";
    }

    /** The former enrolment ends as it had before the transfer was struck. */
    private static Set<String> endAgain(Transfer transfer) {
        Study former = transfer.former;
        boolean lasts = !former.isStruck
                && (former.days.to() == null || !former.days.to().isBefore(transfer.from));
        if (lasts && transfer.from.minusDays(1).isBefore(former.days.from())) {
            return Set.of("MR-503 enrolledFrom");
        }
        if (lasts) {
            end(transfer);
        }
        return Set.of();
    }
}
