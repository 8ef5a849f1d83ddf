package lt.mokiniai.register.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lt.mokiniai.register.model.Task.Kind;
import lt.mokiniai.register.model.Task.Level;
import lt.mokiniai.register.model.Task.State;
import lt.mokiniai.register.model.Task.Subject;

/**
 * A second, plain definition of transfers: written from docs/register.md, 'Transfers', and not with the code that is tested. Each
 * act gives what it is refused for, as code and field; nothing where it is taken, and then the model is changed.
 */
final class TransferModel {

    private final RegisterModel register;
    private final WritingModel enrolments;

    TransferModel(RegisterModel register) {
        this.register = register;
        this.enrolments = register.enrolments;
    }

    /** The new school asks that a student move there from a day on. */
    Set<String> ask(Study asked, LocalDate from, Told first) {
        Person person = register.persons.get(asked.student);
        if (!person.isThere()) {
            return Set.of("MR-501 person");
        }
        Set<String> refused = new TreeSet<>();
        if (!enrolments.mayBeTold(from)) {
            refused.add("MR-511 enrolledFrom");
        }
        if (!enrolments.isOpen(asked.school, from)) {
            refused.add("MR-512 institution");
        }
        if (!asked.programme.fits(first.level())) {
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
        if (register.isTransferWaiting(person)) {
            refused.add("MR-572 person");
        }
        if (refused.isEmpty()) {
            Transfer transfer = new Transfer(person, present.get(0), asked, from, first);
            register.transfers.add(transfer);
            open(Kind.TRANSFER, register.levelOf(transfer.former.school), transfer);
        }
        return refused;
    }

    private void open(Kind kind, Level level, Transfer transfer) {
        register.open(kind, level, transfer.former.school, Subject.moving(transfer));
    }

    /** The former school, or who answers for it, says whether a transfer is carried out. */
    Set<String> confirm(Task task, boolean accepts) {
        Transfer transfer = task.subject.transfer();
        if (accepts) {
            carryOut(transfer);
        } else if (task.level == Level.SCHOOL) {
            transfer.state = Transfer.State.OBJECTED;
            open(Kind.TRANSFER_OBJECTED, Level.FOUNDER, transfer);
        } else {
            transfer.state = Transfer.State.REFUSED;
        }
        return Set.of();
    }

    /** Who answers for the former school decides what that objected to. */
    Set<String> decideObjection(Task task, boolean accepts) {
        Transfer transfer = task.subject.transfer();
        if (accepts) {
            asAsked(transfer);
        } else if (transfer.state == Transfer.State.OBJECTED) {
            transfer.state = Transfer.State.REFUSED;
        } else {
            return endAgain(transfer);
        }
        return Set.of();
    }

    /** The former school takes note that a transfer was struck, or objects. */
    Set<String> answerStrike(Task task, boolean accepts) {
        if (accepts) {
            return Set.of();
        }
        if (task.level == Level.SCHOOL) {
            open(Kind.TRANSFER_OBJECTED, Level.FOUNDER, task.subject.transfer());
            return Set.of();
        }
        return endAgain(task.subject.transfer());
    }

    /** The asker takes a transfer back: withdrawn while it waits, struck after it was carried out. */
    Set<String> takeBack(Transfer transfer) {
        if (transfer.isWaiting()) {
            register.tasks.stream()
                    .filter(task -> task.subject.transfer() == transfer && task.isOpen())
                    .forEach(task -> task.state = State.WITHDRAWN);
            transfer.state = Transfer.State.WITHDRAWN;
            return Set.of();
        }
        if (transfer.state != Transfer.State.DONE || transfer.begun.wentOver || transfer.former.wentOver) {
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
        transfer.state = Transfer.State.STRUCK;
        open(Kind.TRANSFER_STRUCK, register.levelOf(former.school), transfer);
        return Set.of();
    }

    /** Nobody confirmed or objected; of who has no code that is no consent of the school. */
    void lapseConfirmation(Task task) {
        Transfer transfer = task.subject.transfer();
        if (task.level == Level.SCHOOL && !transfer.person.hasCode) {
            open(Kind.TRANSFER, Level.FOUNDER, transfer);
        } else {
            carryOut(transfer);
        }
    }

    /** Silence and consent do what the new school asked for; a transfer that was struck stays so. */
    void asAsked(Transfer transfer) {
        if (transfer.state == Transfer.State.OBJECTED) {
            carryOut(transfer);
        }
    }

    private void carryOut(Transfer transfer) {
        Study former = transfer.former;
        boolean ends = !former.isStruck
                && (former.days.to() == null || !former.days.to().isBefore(transfer.from));
        LocalDate last = transfer.from.minusDays(1);
        List<Study> others = enrolments.general(transfer.person.number, new Days(transfer.from, null), former);
        boolean isOpen = enrolments.isOpen(transfer.asked.school, transfer.from);
        if (!isOpen || !others.isEmpty() || (ends && last.isBefore(former.days.from()))) {
            transfer.state = Transfer.State.FAILED;
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
        transfer.state = Transfer.State.DONE;
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
