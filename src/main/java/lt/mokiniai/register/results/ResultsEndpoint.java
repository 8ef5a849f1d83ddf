package lt.mokiniai.register.results;

import lt.mokiniai.kernel.scope.CurrentScope;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.results.ResultReader.Read;
import lt.mokiniai.register.sql.Slice;
import lt.mokiniai.register.students.Handling;
import lt.mokiniai.register.students.Lookup;
import lt.mokiniai.register.students.Students;
import lt.mokiniai.register.times.AsOf;
import lt.mokiniai.register.times.ReadTimes;
import lt.mokiniai.wsdl.results.CorrectResults;
import lt.mokiniai.wsdl.results.CorrectResultsResponse;
import lt.mokiniai.wsdl.results.GetResults;
import lt.mokiniai.wsdl.results.GetResultsResponse;
import lt.mokiniai.wsdl.results.RecordResults;
import lt.mokiniai.wsdl.results.RecordResultsResponse;
import lt.mokiniai.wsdl.results.Results;
import org.springframework.stereotype.Component;

/** The service Results: reads a student's results, and writes those of a student or of a class. */
@Component
class ResultsEndpoint implements Results {

    private static final int MOST_RESULTS = 500;

    private final Students students;
    private final ResultReader reader;
    private final ResultWriteOperations writes;
    private final CurrentScope currentScope;
    private final ReadTimes times;
    private final Handling handling;

    ResultsEndpoint(
            Students students,
            ResultReader reader,
            ResultWriteOperations writes,
            CurrentScope currentScope,
            ReadTimes times,
            Handling handling) {
        this.students = students;
        this.reader = reader;
        this.writes = writes;
        this.currentScope = currentScope;
        this.times = times;
        this.handling = handling;
    }

    @Override
    public GetResultsResponse getResults(GetResults request) {
        Scope scope = currentScope.get();
        AsOf asOf = times.asked(request.getValidOn(), request.getKnownAt());
        Lookup lookup = students.find(request.getPerson(), asOf, scope);
        GetResultsResponse response = new GetResultsResponse();
        response.setOutcome(lookup.outcome());
        response.setValidOn(asOf.validOn());
        response.setKnownAt(asOf.knownAt());
        lookup.person().map(person -> person.disclosedIn(scope)).ifPresent(person -> {
            Slice slice = Slice.asked(request.getSkip(), MOST_RESULTS);
            Read read = reader.of(person, asOf, slice, scope.fields().within("enrolment"));
            response.getEnrolment().addAll(read.enrolments().values());
            response.setMore(read.isFollowed());
            response.getHandling().addAll(handling.of(person, scope.fields()));
        });
        return response;
    }

    @Override
    public RecordResultsResponse recordResults(RecordResults request) {
        RecordResultsResponse response = new RecordResultsResponse();
        response.getWritten().addAll(writes.record(request, currentScope.get()));
        return response;
    }

    @Override
    public CorrectResultsResponse correctResults(CorrectResults request) {
        CorrectResultsResponse response = new CorrectResultsResponse();
        response.getWritten().addAll(writes.correct(request, currentScope.get()));
        return response;
    }
}
