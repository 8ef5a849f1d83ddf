package lt.mokiniai.register.results;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.Problem;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.enrolments.WritableEnrolments;
import lt.mokiniai.register.enrolments.WritableEnrolments.Writable;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.history.Findings;
import lt.mokiniai.register.history.Histories;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.students.facts.PersonIdentity;
import lt.mokiniai.register.writing.ItemOwnership;
import lt.mokiniai.register.writing.RecordWrites;
import lt.mokiniai.wsdl.results.WrittenResults;
import org.springframework.stereotype.Component;

/**
 * Writes results of the enrolments that a message names, all of them or none: finds them, locks their students' rows, and lets
 * an operation look at each entry. What one entry breaks does not keep the others from being looked at.
 */
@Component
class ResultWrites {

    private final WritableEnrolments writable;
    private final ProgrammeModules programmes;
    private final RecordWrites writes;

    ResultWrites(WritableEnrolments writable, ProgrammeModules programmes, RecordWrites writes) {
        this.writable = writable;
        this.programmes = programmes;
        this.writes = writes;
    }

    /**
     * An entry of a message, whose enrolment was found.
     *
     * @param number the internal number of the enrolment
     * @param path of the element, with a slash at its end
     */
    record Entry(long number, RegisteredEnrolment enrolment, TaughtProgramme programme, History history, String path) {}

    /** A unit of work on an entry. */
    interface Work<E> {
        void on(E told, Entry entry);
    }

    /**
     * Writes what a message tells.
     *
     * @param told its entries
     * @param enrolmentId gives which enrolment an entry is of
     * @param whole looks at what the message tells of all entries
     * @return each enrolment with its version, in the order of the entries
     * @throws ExchangeException of the rules that entries break: {@code MR-501} where the scope may write no such enrolment,
     *     {@code MR-566} where an entry names one again, and those that the work breaks
     */
    <E> List<WrittenResults> write(
            List<E> told, Function<E, String> enrolmentId, Scope scope, Consumer<Findings> whole, Work<E> work) {
        Set<String> named = told.stream().map(enrolmentId).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, Writable> found = writable.findAll(named, scope);
        Map<String, TaughtProgramme> taught =
                programmes.of(found.values().stream().map(Writable::programme).collect(Collectors.toSet()));
        Set<Long> persons = found.values().stream().map(Writable::person).collect(Collectors.toSet());
        List<Entry> written = writes.writeAll(persons, scope, histories -> {
            histories.all().stream()
                    .map(PersonIdentity::hasCode)
                    .distinct()
                    .forEach(withCode -> ItemOwnership.require(histories, scope, withCode));
            whole.accept(histories);
            List<Entry> entries = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < told.size(); i++) {
                String path = "entry[" + (i + 1) + "]/";
                String id = enrolmentId.apply(told.get(i));
                if (!histories.requires(seen.add(id), path + "enrolmentId", ExchangeError.NAMED_TWICE)) {
                    continue;
                }
                Optional<Entry> entry =
                        Optional.ofNullable(found.get(id)).flatMap(each -> entry(each, taught, histories, path));
                if (entry.isPresent()) {
                    work.on(told.get(i), entry.get());
                    entries.add(entry.get());
                } else {
                    histories.breaks(Problem.at(path + "enrolmentId", ExchangeError.NOT_WRITABLE));
                }
            }
            return entries;
        });
        return written.stream().map(this::answer).toList();
    }

    private static Optional<Entry> entry(
            Writable found, Map<String, TaughtProgramme> taught, Histories histories, String path) {
        History history = histories.of(found.person());
        TaughtProgramme programme = taught.getOrDefault(found.programme(), new TaughtProgramme(null, Set.of()));
        return RegisteredEnrolment.find(history, found.enrolmentId())
                .map(enrolment -> new Entry(found.number(), enrolment, programme, history, path));
    }

    private WrittenResults answer(Entry entry) {
        WrittenResults written = new WrittenResults();
        String enrolmentId = entry.enrolment().registerId();
        written.setEnrolmentId(enrolmentId);
        written.setVersion(writes.present(ResultReader.recordOf(enrolmentId), entry.history()));
        return written;
    }
}
