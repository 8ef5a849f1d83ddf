package lt.mokiniai.register.students;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lt.mokiniai.kernel.scope.CurrentScope;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.students.StudentSearch.Page;
import lt.mokiniai.register.students.paging.Place;
import lt.mokiniai.register.students.writes.StudentWrites;
import lt.mokiniai.register.times.AsOf;
import lt.mokiniai.register.times.ReadTimes;
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
import lt.mokiniai.wsdl.students.ResolveEntry;
import lt.mokiniai.wsdl.students.ResolveResult;
import lt.mokiniai.wsdl.students.ResolveStudents;
import lt.mokiniai.wsdl.students.ResolveStudentsResponse;
import lt.mokiniai.wsdl.students.SplitStudents;
import lt.mokiniai.wsdl.students.SplitStudentsResponse;
import lt.mokiniai.wsdl.students.UpdateStudent;
import lt.mokiniai.wsdl.students.UpdateStudentResponse;
import lt.mokiniai.wsdl.types.Student;
import org.springframework.stereotype.Component;

/** The service Students: reads one student, many students, a search, or a single fact about a student, and writes students. */
@Component
class StudentsEndpoint implements lt.mokiniai.wsdl.students.Students {

    private final Students students;
    private final StudentReader reader;
    private final StudentSearch search;
    private final StudentFacts facts;
    private final CurrentScope currentScope;
    private final ReadTimes times;
    private final StudentWrites writes;

    StudentsEndpoint(
            Students students,
            StudentReader reader,
            StudentSearch search,
            StudentFacts facts,
            CurrentScope currentScope,
            ReadTimes times,
            StudentWrites writes) {
        this.students = students;
        this.reader = reader;
        this.search = search;
        this.facts = facts;
        this.currentScope = currentScope;
        this.times = times;
        this.writes = writes;
    }

    @Override
    public GetStudentResponse getStudent(GetStudent request) {
        Scope scope = currentScope.get();
        AsOf asOf = times.asked(request.getValidOn(), request.getKnownAt());
        Lookup lookup = students.findOrFollow(request.getPerson(), asOf, scope, "mergedInto");
        GetStudentResponse response = new GetStudentResponse();
        response.setOutcome(lookup.outcome());
        response.setValidOn(asOf.validOn());
        response.setKnownAt(asOf.knownAt());
        lookup.person()
                .ifPresent(person -> response.setStudent(
                        read(List.of(person), asOf, "student", scope).get(0)));
        lookup.mergedInto()
                .ifPresent(
                        kept -> response.setMergedInto(kept.disclosedIn(scope).registerId()));
        return response;
    }

    @Override
    public ResolveStudentsResponse resolveStudents(ResolveStudents request) {
        Scope scope = currentScope.get();
        AsOf asOf = times.asked(request.getValidOn(), request.getKnownAt());
        List<ResolveEntry> entries = request.getEntry();
        List<Lookup> lookups = students.findOrFollow(
                entries.stream().map(entry -> PersonKey.of(entry.getPerson())).toList(),
                asOf,
                scope,
                "result/mergedInto");
        Set<FoundPerson> persons = new LinkedHashSet<>();
        lookups.forEach(lookup -> lookup.person().ifPresent(persons::add));
        Map<Long, Student> found = readByNumber(persons, asOf, "result/student", scope);
        ResolveStudentsResponse response = new ResolveStudentsResponse();
        response.setValidOn(asOf.validOn());
        response.setKnownAt(asOf.knownAt());
        for (int i = 0; i < entries.size(); i++) {
            ResolveResult result = new ResolveResult();
            result.setReference(entries.get(i).getReference());
            result.setOutcome(lookups.get(i).outcome());
            lookups.get(i).person().ifPresent(person -> result.setStudent(found.get(person.id())));
            lookups.get(i)
                    .mergedInto()
                    .ifPresent(
                            kept -> result.setMergedInto(kept.disclosedIn(scope).registerId()));
            response.getResult().add(result);
        }
        return response;
    }

    @Override
    public FindStudentsResponse findStudents(FindStudents request) {
        Scope scope = currentScope.get();
        Optional<Place> place = search.place(request, scope);
        AsOf asOf = times.asked(
                place.map(Place::validOn).orElse(request.getValidOn()),
                place.map(Place::knownAt).orElse(request.getKnownAt()));
        Page page = search.page(request, place, asOf, scope);
        FindStudentsResponse response = new FindStudentsResponse();
        response.setValidOn(asOf.validOn());
        response.setKnownAt(asOf.knownAt());
        response.getStudent().addAll(read(page.persons(), asOf, "student", scope));
        page.nextToken().ifPresent(response::setNextPageToken);
        return response;
    }

    @Override
    public ConfirmStudentFactResponse confirmStudentFact(ConfirmStudentFact request) {
        Scope scope = currentScope.get();
        AsOf asOf = times.asked(request.getValidOn(), request.getKnownAt());
        StudyLookup.Answer answer = facts.confirm(request, asOf, scope);
        ConfirmStudentFactResponse response = new ConfirmStudentFactResponse();
        response.setValidOn(asOf.validOn());
        response.setKnownAt(asOf.knownAt());
        response.setAnswer(answer.confirmation());
        if (scope.fields().allows("validUntil")) {
            answer.until().ifPresent(response::setValidUntil);
        }
        return response;
    }

    @Override
    public RegisterStudentResponse registerStudent(RegisterStudent request) {
        RegisterStudentResponse response = new RegisterStudentResponse();
        writes.register(request, currentScope.get())
                .tell(response::setRegisterId, response::setVersion, response.getWarning());
        return response;
    }

    @Override
    public UpdateStudentResponse updateStudent(UpdateStudent request) {
        UpdateStudentResponse response = new UpdateStudentResponse();
        writes.update(request, currentScope.get())
                .tell(response::setRegisterId, response::setVersion, response.getWarning());
        return response;
    }

    @Override
    public ChangePersonalCodeResponse changePersonalCode(ChangePersonalCode request) {
        ChangePersonalCodeResponse response = new ChangePersonalCodeResponse();
        writes.changeCode(request, currentScope.get())
                .tell(response::setRegisterId, response::setVersion, response.getWarning());
        return response;
    }

    @Override
    public MergeStudentsResponse mergeStudents(MergeStudents request) {
        return writes.merge(request, currentScope.get());
    }

    @Override
    public SplitStudentsResponse splitStudents(SplitStudents request) {
        return writes.split(request, currentScope.get());
    }

    private List<Student> read(List<FoundPerson> persons, AsOf asOf, String path, Scope scope) {
        Map<Long, Student> read = readByNumber(persons, asOf, path, scope);
        List<Student> inOrder = new ArrayList<>();
        persons.forEach(person -> inOrder.add(read.get(person.id())));
        return inOrder;
    }

    private Map<Long, Student> readByNumber(Collection<FoundPerson> persons, AsOf asOf, String path, Scope scope) {
        return reader.read(
                persons.stream().map(person -> person.disclosedIn(scope)).toList(), asOf, path, scope);
    }

    @Override
    public RemoveStudentResponse removeStudent(RemoveStudent request) {
        return writes.remove(request, currentScope.get());
    }
}
