package lt.mokiniai.register.enrolments;

import java.util.List;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.sql.Slice;
import lt.mokiniai.register.students.Lookup;
import lt.mokiniai.register.students.Students;
import lt.mokiniai.register.times.ReadTimes;
import lt.mokiniai.wsdl.enrolments.GetEnrolments;
import lt.mokiniai.wsdl.enrolments.GetEnrolmentsResponse;
import lt.mokiniai.wsdl.types.Enrolment;
import org.springframework.stereotype.Component;

/** Looks up a student, and reads where they study and studied. */
@Component
class StudentEnrolments {

    private static final int MOST_ENROLMENTS = 200;

    private final Students students;
    private final EnrolmentReader reader;
    private final ReadTimes times;

    StudentEnrolments(Students students, EnrolmentReader reader, ReadTimes times) {
        this.students = students;
        this.reader = reader;
        this.times = times;
    }

    GetEnrolmentsResponse read(GetEnrolments request, Scope scope) {
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
}
