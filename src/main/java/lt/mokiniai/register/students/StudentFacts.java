package lt.mokiniai.register.students;

import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.reference.CodeLists;
import lt.mokiniai.register.students.StudyLookup.Answer;
import lt.mokiniai.register.times.AsOf;
import lt.mokiniai.wsdl.students.ConfirmStudentFact;
import lt.mokiniai.wsdl.students.Fact;
import org.springframework.stereotype.Component;

/** Confirms or denies one fact about a student. */
@Component
class StudentFacts {

    private final Students students;
    private final StudyLookup studies;
    private final CodeLists codeLists;

    StudentFacts(Students students, StudyLookup studies, CodeLists codeLists) {
        this.students = students;
        this.studies = studies;
        this.codeLists = codeLists;
    }

    /** Answers a question; of whoever is not found nothing is known. */
    Answer confirm(ConfirmStudentFact request, AsOf asOf, Scope scope) {
        Fact fact = request.getFact();
        codeLists.check("PROGRAMME_FAMILY", fact.getInProgrammeFamily(), asOf.validOn(), "fact/inProgrammeFamily");
        codeLists.check("MUNICIPALITY", fact.getStudiesInMunicipality(), asOf.validOn(), "fact/studiesInMunicipality");
        return students.find(request.getPerson(), asOf, scope)
                .person()
                .map(found -> studies.confirm(found, fact, asOf, scope))
                .orElse(Answer.UNKNOWN);
    }
}
