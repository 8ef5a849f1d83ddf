package mokiniai.bench.rivals;

import jakarta.jws.WebService;
import lt.mokiniai.wsdl.students.ChangePersonalCode;
import lt.mokiniai.wsdl.students.ChangePersonalCodeResponse;
import lt.mokiniai.wsdl.students.ConfirmStudentFact;
import lt.mokiniai.wsdl.students.ConfirmStudentFactResponse;
import lt.mokiniai.wsdl.students.FindStudents;
import lt.mokiniai.wsdl.students.FindStudentsResponse;
import lt.mokiniai.wsdl.students.GetStudent;
import lt.mokiniai.wsdl.students.GetStudentResponse;
import lt.mokiniai.wsdl.students.MergeStudents;
import lt.mokiniai.wsdl.students.MergeStudentsResponse;
import lt.mokiniai.wsdl.students.RegisterStudent;
import lt.mokiniai.wsdl.students.RegisterStudentResponse;
import lt.mokiniai.wsdl.students.RemoveStudent;
import lt.mokiniai.wsdl.students.RemoveStudentResponse;
import lt.mokiniai.wsdl.students.ResolveStudents;
import lt.mokiniai.wsdl.students.ResolveStudentsResponse;
import lt.mokiniai.wsdl.students.SplitStudents;
import lt.mokiniai.wsdl.students.SplitStudentsResponse;
import lt.mokiniai.wsdl.students.Students;
import lt.mokiniai.wsdl.students.UpdateStudent;
import lt.mokiniai.wsdl.students.UpdateStudentResponse;

/** Tells of one student, whoever asks for whom. */
@WebService(endpointInterface = "lt.mokiniai.wsdl.students.Students")
final class StudentsFromMemory implements Students {

    private final GetStudentResponse answer;

    StudentsFromMemory(GetStudentResponse answer) {
        this.answer = answer;
    }

    @Override
    public GetStudentResponse getStudent(GetStudent request) {
        return answer;
    }

    @Override
    public FindStudentsResponse findStudents(FindStudents request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ConfirmStudentFactResponse confirmStudentFact(ConfirmStudentFact request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ResolveStudentsResponse resolveStudents(ResolveStudents request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RegisterStudentResponse registerStudent(RegisterStudent request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UpdateStudentResponse updateStudent(UpdateStudent request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MergeStudentsResponse mergeStudents(MergeStudents request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SplitStudentsResponse splitStudents(SplitStudents request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ChangePersonalCodeResponse changePersonalCode(ChangePersonalCode request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoveStudentResponse removeStudent(RemoveStudent request) {
        throw new UnsupportedOperationException();
    }
}
