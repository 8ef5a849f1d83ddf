package lt.mokiniai.register.enrolments;

import lt.mokiniai.kernel.scope.CurrentScope;
import lt.mokiniai.register.enrolments.classes.ClassPromotion;
import lt.mokiniai.register.enrolments.closing.InstitutionClosing;
import lt.mokiniai.register.enrolments.transfers.TransferOperations;
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
import lt.mokiniai.wsdl.enrolments.PromoteClass;
import lt.mokiniai.wsdl.enrolments.PromoteClassResponse;
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

    private final EnrolmentQuestions questions;
    private final EnrolmentWriteOperations writes;
    private final TransferOperations transfers;
    private final InstitutionClosing closing;
    private final ClassPromotion promotion;
    private final CurrentScope currentScope;

    EnrolmentsEndpoint(
            EnrolmentQuestions questions,
            EnrolmentWriteOperations writes,
            TransferOperations transfers,
            InstitutionClosing closing,
            ClassPromotion promotion,
            CurrentScope currentScope) {
        this.questions = questions;
        this.writes = writes;
        this.transfers = transfers;
        this.closing = closing;
        this.promotion = promotion;
        this.currentScope = currentScope;
    }

    @Override
    public GetEnrolmentsResponse getEnrolments(GetEnrolments request) {
        return questions.ofStudent(request, currentScope.get());
    }

    @Override
    public GetClassRosterResponse getClassRoster(GetClassRoster request) {
        return questions.ofClass(request, currentScope.get());
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

    @Override
    public PromoteClassResponse promoteClass(PromoteClass request) {
        return promotion.of(request, currentScope.get());
    }
}
