package lt.mokiniai.register.students.writes;

import java.util.List;
import java.util.function.Consumer;
import lt.mokiniai.kernel.PersonalCode;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.students.FoundPerson;
import lt.mokiniai.register.students.decisions.StudentRemovals;
import lt.mokiniai.register.students.merging.StudentMerges;
import lt.mokiniai.register.writing.Change;
import lt.mokiniai.register.writing.Written;
import lt.mokiniai.wsdl.students.ChangePersonalCode;
import lt.mokiniai.wsdl.students.MergeStudents;
import lt.mokiniai.wsdl.students.MergeStudentsResponse;
import lt.mokiniai.wsdl.students.RegisterStudent;
import lt.mokiniai.wsdl.students.RemoveStudent;
import lt.mokiniai.wsdl.students.RemoveStudentResponse;
import lt.mokiniai.wsdl.students.SplitStudents;
import lt.mokiniai.wsdl.students.SplitStudentsResponse;
import lt.mokiniai.wsdl.students.UpdateStudent;
import org.springframework.stereotype.Component;

/** Writes students: registers them, changes or corrects what is recorded, and gives them other personal codes. */
@Component
public class StudentWrites {

    private final Registration registration;
    private final StudentUpdate update;
    private final WritableStudents writable;
    private final KnownPersons persons;
    private final StudentMerges merges;
    private final StudentRemovals removals;

    StudentWrites(
            Registration registration,
            StudentUpdate update,
            WritableStudents writable,
            KnownPersons persons,
            StudentMerges merges,
            StudentRemovals removals) {
        this.registration = registration;
        this.update = update;
        this.writable = writable;
        this.persons = persons;
        this.merges = merges;
        this.removals = removals;
    }

    /**
     * Finds a student, or registers a new one.
     *
     * @throws ExchangeException of the rules that the message breaks
     */
    public Written register(RegisterStudent request, Scope scope) {
        return registration.register(request, scope);
    }

    /**
     * Changes or corrects what is recorded of a student.
     *
     * @throws ExchangeException {@code MR-501} when the scope may not write the student, {@code MR-502} when they changed since
     *     the version that the sender saw, or of the rules that the message breaks
     */
    public Written update(UpdateStudent request, Scope scope) {
        Consumer<Change> work = update.of(request, scope);
        FoundPerson student = writable.find(request.getRegisterId(), scope);
        return writable.change(student, request.getVersion(), request.getOverrule(), scope, work);
    }

    /**
     * Gives a student another personal code, or the first one.
     *
     * @throws ExchangeException {@code MR-401} when it is not valid, {@code MR-501} when the scope may not write the student,
     *     {@code MR-502} when they changed since the version that the sender saw, {@code MR-535} when it is the code of somebody
     *     else, or of the rules that the message breaks
     */
    public Written changeCode(ChangePersonalCode request, Scope scope) {
        if (!PersonalCode.isValid(request.getPersonalCode())) {
            throw ExchangeException.of(ExchangeError.PERSONAL_CODE).at("personalCode");
        }
        PersonalCode code = new PersonalCode(request.getPersonalCode());
        FoundPerson student = writable.find(request.getRegisterId(), scope);
        // Whether the code is somebody's or nobody's: a month that is full tells both alike.
        scope.asksAbout(1);
        persons.lock(code.value());
        return writable.change(student, request.getVersion(), request.getOverrule(), scope, change -> {
            update.changeCode(change, request, code, scope);
            // It counts as a look at somebody else, so it comes when all else holds.
            change.history().requireUnbroken();
            List<String> others = persons.coded(code, scope).stream()
                    .filter(registerId -> !registerId.equals(student.registerId()))
                    .toList();
            others.forEach(scope::looksAt);
            change.history().requires(others.isEmpty(), "personalCode", ExchangeError.CODE_OF_ANOTHER);
        });
    }

    /**
     * Merges two records that are about one student, or tells what that would do.
     *
     * @throws ExchangeException {@code MR-501} when the scope does not reach both, or of what stands against it
     */
    public MergeStudentsResponse merge(MergeStudents request, Scope scope) {
        return merges.merge(request, scope);
    }

    /**
     * Tells two records apart that were merged, or tells what that would do.
     *
     * @throws ExchangeException {@code MR-501} when the scope does not reach the student, or of what stands against it
     */
    public SplitStudentsResponse split(SplitStudents request, Scope scope) {
        return merges.split(request, scope);
    }

    /**
     * Asks that a registration of nobody be struck.
     *
     * @throws ExchangeException as {@link StudentRemovals#ask} does
     */
    public RemoveStudentResponse remove(RemoveStudent request, Scope scope) {
        return removals.ask(request, scope);
    }
}
