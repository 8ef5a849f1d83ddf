package lt.mokiniai.register.enrolments;

import java.util.List;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.reference.CodeLists;
import lt.mokiniai.register.sql.Slice;
import lt.mokiniai.register.students.Lookup;
import lt.mokiniai.register.students.Students;
import lt.mokiniai.register.times.AsOf;
import lt.mokiniai.register.times.ReadTimes;
import lt.mokiniai.wsdl.enrolments.GetClassRoster;
import lt.mokiniai.wsdl.enrolments.GetClassRosterResponse;
import lt.mokiniai.wsdl.enrolments.GetEnrolments;
import lt.mokiniai.wsdl.enrolments.GetEnrolmentsResponse;
import lt.mokiniai.wsdl.types.Enrolment;
import org.springframework.stereotype.Component;

/** The operations that read enrolments. */
@Component
class EnrolmentQuestions {

    private static final int MOST_ENROLMENTS = 200;

    private final Students students;
    private final EnrolmentReader reader;
    private final ClassRoster roster;
    private final ReadTimes times;

    EnrolmentQuestions(Students students, EnrolmentReader reader, ClassRoster roster, ReadTimes times) {
        this.students = students;
        this.reader = reader;
        this.roster = roster;
        this.times = times;
    }

    /** Gives the enrolments of a student on a day, or in a period. */
    GetEnrolmentsResponse ofStudent(GetEnrolments request, Scope scope) {
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

    /** Gives the students of a class on a day. */
    GetClassRosterResponse ofClass(GetClassRoster request, Scope scope) {
        AsOf asOf = times.asked(request.getValidOn(), request.getKnownAt());
        InstitutionCode institution = CodeLists.institution(
                request.getInstitution().getKind(), request.getInstitution().getCode(), "institution");
        GetClassRosterResponse response = new GetClassRosterResponse();
        response.setValidOn(asOf.validOn());
        response.setKnownAt(asOf.knownAt());
        response.getStudent().addAll(roster.of(institution, request, asOf, scope));
        return response;
    }
}
