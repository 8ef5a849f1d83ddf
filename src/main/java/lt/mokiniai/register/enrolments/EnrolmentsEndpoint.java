package lt.mokiniai.register.enrolments;

import java.util.List;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.scope.CurrentScope;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.enrolments.transfers.TransferOperations;
import lt.mokiniai.register.reference.CodeLists;
import lt.mokiniai.register.sql.Slice;
import lt.mokiniai.register.students.Lookup;
import lt.mokiniai.register.students.Students;
import lt.mokiniai.register.times.AsOf;
import lt.mokiniai.register.times.ReadTimes;
import lt.mokiniai.wsdl.enrolments.ChangeEnrolment;
import lt.mokiniai.wsdl.enrolments.ChangeEnrolmentResponse;
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
import lt.mokiniai.wsdl.types.Enrolment;
import org.springframework.stereotype.Component;

/** The service Enrolments: reads and writes enrolments, and reads the students of a class. */
@Component
class EnrolmentsEndpoint implements Enrolments {

    private static final int MOST_ENROLMENTS = 200;

    private final Students students;
    private final EnrolmentWriteOperations writes;
    private final TransferOperations transfers;
    private final EnrolmentReader reader;
    private final ClassRoster roster;
    private final CurrentScope currentScope;
    private final ReadTimes times;

    EnrolmentsEndpoint(
            Students students,
            EnrolmentWriteOperations writes,
            TransferOperations transfers,
            EnrolmentReader reader,
            ClassRoster roster,
            CurrentScope currentScope,
            ReadTimes times) {
        this.students = students;
        this.writes = writes;
        this.transfers = transfers;
        this.reader = reader;
        this.roster = roster;
        this.currentScope = currentScope;
        this.times = times;
    }

    @Override
    public GetEnrolmentsResponse getEnrolments(GetEnrolments request) {
        Scope scope = currentScope.get();
        Window window = Window.asked(request, times);
        Lookup lookup = students.find(request.getPerson(), window.asOf(), scope);
        GetEnrolmentsResponse response = new GetEnrolmentsResponse();
        response.setOutcome(lookup.outcome());
        response.setValidOn(window.asOf().validOn());
        response.setKnownAt(window.asOf().knownAt());
        lookup.person().map(person -> person.disclosedIn(scope)).ifPresent(person -> {
            Slice slice = Slice.asked(request.getSkip(), MOST_ENROLMENTS);
            List<Enrolment> read =
                    reader.of(person, window, slice, scope.fields().within("enrolment"));
            response.getEnrolment().addAll(slice.of(read));
            response.setMore(slice.isFollowed(read));
            response.getHandling().addAll(reader.handlingOf(person, scope.fields()));
        });
        return response;
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
}
