package lt.mokiniai.register.enrolments.transfers;

import java.util.List;
import java.util.Optional;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Provenance;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.enrolments.WritableEnrolments;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.enrolments.rules.Offer;
import lt.mokiniai.register.enrolments.transfers.Transfer.Asked;
import lt.mokiniai.register.enrolments.transfers.TransferTasks.Opened;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.reference.CodeLists;
import lt.mokiniai.register.students.FoundPerson;
import lt.mokiniai.register.students.Students;
import lt.mokiniai.register.students.facts.PersonIdentity;
import lt.mokiniai.register.tasks.Subject;
import lt.mokiniai.register.writing.Change;
import lt.mokiniai.register.writing.ItemOwnership;
import lt.mokiniai.register.writing.RecordWrites;
import lt.mokiniai.wsdl.enrolments.TransferStudent;
import lt.mokiniai.wsdl.enrolments.TransferStudentResponse;
import lt.mokiniai.wsdl.enrolments.WithdrawTransfer;
import lt.mokiniai.wsdl.enrolments.WithdrawTransferResponse;
import lt.mokiniai.wsdl.types.Warning;
import org.springframework.stereotype.Component;

/** The operations by which a new school asks that a student move there, and takes that back. */
@Component
public class TransferOperations {

    private final WritableEnrolments writable;
    private final Students students;
    private final RecordWrites writes;
    private final TransferRules rules;
    private final TransferTasks tasks;
    private final Transfers transfers;
    private final TransferWithdrawals withdrawals;

    TransferOperations(
            WritableEnrolments writable,
            Students students,
            RecordWrites writes,
            TransferRules rules,
            TransferTasks tasks,
            Transfers transfers,
            TransferWithdrawals withdrawals) {
        this.writable = writable;
        this.students = students;
        this.writes = writes;
        this.rules = rules;
        this.tasks = tasks;
        this.transfers = transfers;
        this.withdrawals = withdrawals;
    }

    /**
     * Asks that a student move to a school.
     *
     * @throws ExchangeException {@code MR-501} when the scope may not enrol there, or there is no such student; or of the rules that
     *     the enrolment would break
     */
    public TransferStudentResponse ask(TransferStudent request, Scope scope) {
        InstitutionCode institution = CodeLists.institution(
                request.getInstitution().getKind(), request.getInstitution().getCode(), "institution");
        if (!writable.includes(institution.value(), request.getProgramme(), scope)) {
            throw WritableEnrolments.unknown("institution");
        }
        FoundPerson student = students.findAnybody(request.getPerson(), scope)
                .orElseThrow(() -> WritableEnrolments.unknown("person"));
        // What is not the student's is read before their row is locked.
        Offer offer = rules.offer(institution, request.getProgramme());
        return writes.ask(student.id(), request.getOverrule(), scope, change -> {
            History history = change.history();
            ItemOwnership.require(history, scope, PersonIdentity.hasCode(history));
            Asked asked = rules.asked(change, request, institution, offer);
            Optional<RegisteredEnrolment> former = rules.former(history, asked, offer);
            history.requires(!transfers.isWaiting(student.id()), "person", ExchangeError.TRANSFER_WAITS);
            history.requireUnbroken();
            return answer(begun(student.id(), former.orElseThrow(), asked, change, scope), change);
        });
    }

    private record Begun(Transfer transfer, Opened task) {}

    private Begun begun(long student, RegisteredEnrolment former, Asked asked, Change change, Scope scope) {
        Provenance asker = scope.writing().provenance();
        long enrolment = transfers.number(former.registerId(), student);
        Subject subject = Subject.of(student)
                .enrolled(enrolment, Optional.of(asked.institution().value()), asked.enrolledFrom());
        Opened task = tasks.open(TransferTasks.CONFIRMATION, transfers.place(enrolment), subject, asker);
        List<String> overruled =
                change.warnings().stream().map(Warning::getCode).distinct().toList();
        Transfer transfer = new Transfer(student, enrolment, asked, overruled, asker, task.taskId());
        transfers.add(transfer);
        return new Begun(transfer, task);
    }

    private static TransferStudentResponse answer(Begun begun, Change change) {
        TransferStudentResponse response = new TransferStudentResponse();
        response.setTransferId(begun.transfer().transferId);
        response.setTaskId(begun.task().taskId());
        response.setState(begun.transfer().state.name());
        response.setEnrolledFrom(begun.transfer().enrolledFrom);
        response.setDueOn(begun.task().task().dueOn());
        response.getWarning().addAll(change.warnings());
        return response;
    }

    /**
     * Takes a transfer back: while it waits it is withdrawn, after it was recorded it is struck.
     *
     * @throws ExchangeException {@code MR-501} when the scope asked for no such transfer, {@code MR-573} when there is nothing to take
     *     back any more; or of the rules that striking it breaks
     */
    public WithdrawTransferResponse withdraw(WithdrawTransfer request, Scope scope) {
        scope.asksAbout(1);
        Transfer transfer = transfers
                .find(request.getTransferId())
                .filter(found -> writable.includes(found.institution.value(), found.programme, scope))
                .orElseThrow(() -> WritableEnrolments.unknown("transferId"));
        scope.discloses(transfers.registerId(transfer.personId));
        withdrawals.takeBack(transfer, request.getReason(), scope);
        WithdrawTransferResponse response = new WithdrawTransferResponse();
        response.setTransferId(transfer.transferId);
        response.setState(transfer.state.name());
        return response;
    }
}
