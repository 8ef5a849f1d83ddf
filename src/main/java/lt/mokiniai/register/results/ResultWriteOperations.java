package lt.mokiniai.register.results;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.scope.Fields;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.reference.CodeLists;
import lt.mokiniai.register.results.ResultWrites.Entry;
import lt.mokiniai.register.results.facts.EnrolmentResult;
import lt.mokiniai.register.results.facts.ResultKey;
import lt.mokiniai.register.students.facts.PersonIdentity;
import lt.mokiniai.register.times.ReadTimes;
import lt.mokiniai.register.writing.RecordWrites;
import lt.mokiniai.register.writing.ToldValues;
import lt.mokiniai.wsdl.results.CorrectResults;
import lt.mokiniai.wsdl.results.CorrectedResults;
import lt.mokiniai.wsdl.results.RecordResults;
import lt.mokiniai.wsdl.results.RecordedResults;
import lt.mokiniai.wsdl.results.ResultCorrection;
import lt.mokiniai.wsdl.results.ResultName;
import lt.mokiniai.wsdl.results.ToldResult;
import lt.mokiniai.wsdl.results.WrittenResults;
import org.springframework.stereotype.Component;

/** The operations that write results, of one student or of a class. */
@Component
class ResultWriteOperations {

    /** Who reads results by it is told what changed in what it reads. */
    private static final OperationId READ = OperationId.parse("results/v1/getResults");

    private final ResultWrites writes;
    private final RecordWrites records;
    private final ResultReader reader;
    private final CodeLists codes;
    private final ToldValues values;
    private final ReadTimes times;

    ResultWriteOperations(
            ResultWrites writes,
            RecordWrites records,
            ResultReader reader,
            CodeLists codes,
            ToldValues values,
            ReadTimes times) {
        this.writes = writes;
        this.records = records;
        this.reader = reader;
        this.codes = codes;
        this.values = values;
        this.times = times;
    }

    List<WrittenResults> record(RecordResults request, Scope scope) {
        ResultRules rules = new ResultRules(codes.entries(ResultRules.LISTS), times.today());
        return writes.write(
                request.getEntry(), RecordedResults::getEnrolmentId, scope, findings -> {}, (told, entry) -> {
                    for (int i = 0; i < told.getResult().size(); i++) {
                        record(told.getResult().get(i), entry, rules, entry.path() + "result[" + (i + 1) + "]");
                    }
                });
    }

    private static void record(ToldResult told, Entry entry, ResultRules rules, String path) {
        rules.look(entry.history(), told, entry.programme(), path + "/");
        record(told, result(told, entry), entry, path);
    }

    /** Asserts a result, which is the only one of its key. */
    private static void record(ToldResult told, EnrolmentResult result, Entry entry, String path) {
        History history = entry.history();
        result.requireGround(history, history, told.getDecidedOn(), path + "/");
        boolean isNew = recorded(entry).stream().noneMatch(other -> other.key().equals(result.key()));
        if (history.requires(isNew, path, ExchangeError.RESULT_RECORDED)) {
            history.asserts(result, Term.since(told.getDecidedOn()));
        }
    }

    private static EnrolmentResult result(ToldResult told, Entry entry) {
        return new EnrolmentResult(
                entry.enrolment(),
                ResultRules.key(told),
                ResultRules.value(told),
                told.getClassLevel(),
                told.getLanguage());
    }

    private static List<EnrolmentResult> recorded(Entry entry) {
        return entry.history().believed(EnrolmentResult.class, entry.enrolment());
    }

    List<WrittenResults> correct(CorrectResults request, Scope scope) {
        ResultRules rules = new ResultRules(codes.entries(ResultRules.LISTS), times.today());
        return writes.write(
                request.getEntry(),
                CorrectedResults::getEnrolmentId,
                scope,
                findings -> values.code(findings, "CORRECTION_REASON", request.getReason(), times.today(), "reason"),
                (told, entry) -> {
                    entry.history().becauseOf(request.getReason());
                    correct(told, entry, rules, scope);
                });
    }

    private void correct(CorrectedResults told, Entry entry, ResultRules rules, Scope scope) {
        History history = entry.history();
        records.notPresent(
                        ResultReader.recordOf(told.getEnrolmentId()),
                        told.getVersion(),
                        history,
                        knownAt -> reader.told(
                                entry.number(),
                                knownAt,
                                scope.writing().shownBy().apply(READ).within("enrolment")),
                        entry.path() + "version")
                .ifPresent(history::breaks);
        Map<Integer, EnrolmentResult> named = named(told, entry);
        // What is named is given up first: two results may change places.
        named.values().forEach(history::strikes);
        Fields settable =
                scope.writing().settableOf(PersonIdentity.hasCode(history)).within("entry/result/right");
        named.forEach((i, wrong) -> {
            ToldResult right = told.getResult().get(i).getRight();
            if (right != null) {
                keepUnsettable(right, wrong, settable);
                String path = entry.path() + "result[" + (i + 1) + "]/right";
                rules.look(history, right, entry.programme(), path + "/");
                EnrolmentResult corrected = result(right, entry);
                boolean isOther =
                        !corrected.saysAs(wrong) || !wrong.term().from().equals(right.getDecidedOn());
                if (history.requires(isOther, path, ExchangeError.NOTHING_TOLD)) {
                    record(right, corrected, entry, path);
                }
            }
        });
    }

    /** Finds the results that an entry corrects, by the place of the correction in it. */
    private static Map<Integer, EnrolmentResult> named(CorrectedResults told, Entry entry) {
        Map<Integer, EnrolmentResult> named = new LinkedHashMap<>();
        Set<ResultKey> keys = new HashSet<>();
        for (int i = 0; i < told.getResult().size(); i++) {
            ResultCorrection correction = told.getResult().get(i);
            String path = entry.path() + "result[" + (i + 1) + "]/recorded";
            ResultKey key = key(correction.getRecorded());
            Optional<EnrolmentResult> found = recorded(entry).stream()
                    .filter(result -> result.key().equals(key))
                    .findFirst();
            boolean isFirst = entry.history().requires(keys.add(key), path, ExchangeError.NAMED_TWICE);
            if (isFirst && entry.history().requires(found.isPresent(), path, ExchangeError.NO_SUCH_RESULT)) {
                named.put(i, found.orElseThrow());
            }
        }
        return named;
    }

    private static ResultKey key(ResultName name) {
        return new ResultKey(
                name.getKind(), name.getSubject(), name.getModule(), name.getCourse(), name.getSchoolYear());
    }

    /** A result is told as a whole, as far as the scope may set it: what it may not set stays as it was. */
    private static void keepUnsettable(ToldResult right, EnrolmentResult recorded, Fields settable) {
        if (!settable.allows("course")) {
            right.setCourse(recorded.key().course());
        }
        if (!settable.allows("classLevel")) {
            right.setClassLevel(recorded.classLevel());
        }
        if (!settable.allows("language")) {
            right.setLanguage(recorded.language());
        }
    }
}
