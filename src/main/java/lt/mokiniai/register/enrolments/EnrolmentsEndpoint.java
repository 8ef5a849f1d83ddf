package lt.mokiniai.register.enrolments;

import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.scope.CurrentScope;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.enrolments.closing.InstitutionClosing;
import lt.mokiniai.register.enrolments.transfers.TransferOperations;
import lt.mokiniai.register.reference.CodeLists;
import lt.mokiniai.register.times.AsOf;
import lt.mokiniai.register.times.ReadTimes;
import lt.mokiniai.wsdl.enrolments.ChangeEnrolment;
import lt.mokiniai.wsdl.enrolments.ChangeEnrolmentResponse;
import lt.mokiniai.wsdl.enrolments.CloseInstitution;
import lt.mokiniai.wsdl.enrolments.CloseInstitutionResponse;
import lt.mokiniai.wsdl.enrolments.CorrectEnrolment;
import lt.mokiniai.wsdl.enrolments.CorrectEnrolmentResponse;
import lt.mokiniai.wsdl.enrolments.EnrolStudent;
import lt.mokiniai.wsdl.enrolments.EnrolStudentResponse;
import lt.mokiniai.wsdl.enrolments.Enrolments;
import lt.mokiniai.wsdl.enrolments.GetClassRoster;
import lt.mokiniai.wsdl.enrolments.GetClassRosterResponse;
import lt.mokiniai.wsdl.enrolments.GetEnrolments;
import lt.mokiniai.wsdl.enrolments.GetEnrolmentsResponse;
import lt.mokiniai.wsdl.enrolments.InterruptEnrolment;
import lt.mokiniai.wsdl.enrolments.InterruptEnrolmentResponse;
import lt.mokiniai.wsdl.enrolments.ResumeEnrolment;
import lt.mokiniai.wsdl.enrolments.ResumeEnrolmentResponse;
import lt.mokiniai.wsdl.enrolments.TransferStudent;
import lt.mokiniai.wsdl.enrolments.TransferStudentResponse;
import lt.mokiniai.wsdl.enrolments.WithdrawStudent;
import lt.mokiniai.wsdl.enrolments.WithdrawStudentResponse;
import lt.mokiniai.wsdl.enrolments.WithdrawTransfer;
import lt.mokiniai.wsdl.enrolments.WithdrawTransferResponse;
import org.springframework.stereotype.Component;

/** The service Enrolments: reads and writes enrolments, and reads the students of a class. */
@Component
class EnrolmentsEndpoint implements Enrolments {

    private final StudentEnrolments enrolments;
    private final EnrolmentWriteOperations writes;
    private final TransferOperations transfers;
    private final InstitutionClosing closing;
    private final ClassRoster roster;
    private final CurrentScope currentScope;
    private final ReadTimes times;

    EnrolmentsEndpoint(
            StudentEnrolments enrolments,
            EnrolmentWriteOperations writes,
            TransferOperations transfers,
            InstitutionClosing closing,
            ClassRoster roster,
            CurrentScope currentScope,
            ReadTimes times) {
        this.enrolments = enrolments;
        this.writes = writes;
        this.transfers = transfers;
        this.closing = closing;
        this.roster = roster;
        this.currentScope = currentScope;
        this.times = times;
    }

    @Override
    public GetEnrolmentsResponse getEnrolments(GetEnrolments request) {
        return enrolments.read(request, currentScope.get());
    }

    @Override
    public GetClassRosterResponse getClassRoster(GetClassRoster request) {
        Scope scope = currentScope.get();
        AsOf asOf = times.asked(request.getValidOn(), request.getKnownAt());
        InstitutionCode institution = CodeLists.institution(
                request.getInstitution().getKind(), request.getInstitution().getCode(), "institution");
        GetClassRosterResponse response = new GetClassRosterResponse();
        response.setValidOn(asOf.validOn());
        response.setKnownAt(asOf.knownAt());
        response.getStudent().addAll(roster.of(institution, request, asOf, scope));
        return response;
    }

    @Override
    public EnrolStudentResponse enrolStudent(EnrolStudent request) {
        EnrolStudentResponse response = new EnrolStudentResponse();
        writes.enrol(request, currentScope.get())
                .tell(response::setEnrolmentId, response::setVersion, response.getWarning());
        return response;
    }

    @Override
    public ChangeEnrolmentResponse changeEnrolment(ChangeEnrolment request) {
        ChangeEnrolmentResponse response = new ChangeEnrolmentResponse();
        writes.change(request, currentScope.get())
                .tell(response::setEnrolmentId, response::setVersion, response.getWarning());
        return response;
    }

    @Override
    public InterruptEnrolmentResponse interruptEnrolment(InterruptEnrolment request) {
        InterruptEnrolmentResponse response = new InterruptEnrolmentResponse();
        writes.interrupt(request, currentScope.get())
                .tell(response::setEnrolmentId, response::setVersion, response.getWarning());
        return response;
    }

    @Override
    public ResumeEnrolmentResponse resumeEnrolment(ResumeEnrolment request) {
        ResumeEnrolmentResponse response = new ResumeEnrolmentResponse();
        writes.resume(request, currentScope.get())
                .tell(response::setEnrolmentId, response::setVersion, response.getWarning());
        return response;
    }

    @Override
    public WithdrawStudentResponse withdrawStudent(WithdrawStudent request) {
        WithdrawStudentResponse response = new WithdrawStudentResponse();
        writes.withdraw(request, currentScope.get())
                .tell(response::setEnrolmentId, response::setVersion, response.getWarning());
        return response;
    }

    @Override
    public CorrectEnrolmentResponse correctEnrolment(CorrectEnrolment request) {
        CorrectEnrolmentResponse response = new CorrectEnrolmentResponse();
        writes.correct(request, currentScope.get())
                .tell(response::setEnrolmentId, response::setVersion, response.getWarning());
        return response;
    }

    @Override
    public TransferStudentResponse transferStudent(TransferStudent request) {
        return transfers.ask(request, currentScope.get());
    }

    @Override
    public WithdrawTransferResponse withdrawTransfer(WithdrawTransfer request) {
        return transfers.withdraw(request, currentScope.get());
    }

    @Override
    public CloseInstitutionResponse closeInstitution(CloseInstitution request) {
        return closing.close(request, currentScope.get());
    }
}
