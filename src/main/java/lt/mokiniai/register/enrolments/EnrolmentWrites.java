package lt.mokiniai.register.enrolments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.Problem;
import lt.mokiniai.kernel.scope.Fields;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.register.enrolments.WritableEnrolments.Writable;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.HistoryStore;
import lt.mokiniai.register.history.Person;
import lt.mokiniai.wsdl.types.Warning;
import org.springframework.stereotype.Component;

/**
 * Writes enrolments: finds the one that a request names, locks its student's row, looks whether it is as the sender saw it, and
 * lets an operation change it.
 */
@Component
class EnrolmentWrites {

    /** Who reads enrolments by it is told what changed in what it reads. */
    private static final OperationId READ = OperationId.parse("enrolments/v1/getEnrolments");

    private final WritableEnrolments writable;
    private final HistoryStore store;
    private final EnrolmentVersions versions;
    private final EnrolmentDifferences differences;

    EnrolmentWrites(
            WritableEnrolments writable,
            HistoryStore store,
            EnrolmentVersions versions,
            EnrolmentDifferences differences) {
        this.writable = writable;
        this.store = store;
        this.versions = versions;
        this.differences = differences;
    }

    /**
     * An enrolment that was written.
     *
     * @param version the present one
     * @param warnings those that were overruled
     */
    record Written(String enrolmentId, String version, List<Warning> warnings) {

        /** Tells it in the answer of an operation, whose class has these three elements. */
        void tell(Consumer<String> identifier, Consumer<String> present, List<Warning> told) {
            identifier.accept(enrolmentId);
            present.accept(version);
            told.addAll(warnings);
        }
    }

    /** A unit of work on an enrolment. */
    interface Work {
        void on(RegisteredEnrolment enrolment, Change change);
    }

    /** What a unit of work finds out: rules go to the history, warnings are refused unless they are overruled. */
    static final class Change {

        private static final Set<String> WARNINGS = Stream.of(ExchangeError.values())
                .filter(ExchangeError::isWarning)
                .map(ExchangeError::code)
                .collect(Collectors.toUnmodifiableSet());

        private final History history;
        private final Set<String> overruled;
        private final List<Warning> warnings = new ArrayList<>();

        Change(History history, List<String> overruled) {
            this.history = history;
            this.overruled = new HashSet<>(overruled);
            history.requires(WARNINGS.containsAll(this.overruled), "overrule", ExchangeError.NO_WARNING);
        }

        History history() {
            return history;
        }

        /** Tells of what is unlikely, unless a condition holds: it is refused, until the message says that it was seen. */
        void expects(boolean condition, String field, ExchangeError warning) {
            if (condition) {
                return;
            }
            if (!overruled.contains(warning.code())) {
                history.breaks(Problem.at(field, warning));
                return;
            }
            history.overrules(warning);
            Warning told = new Warning();
            told.setCode(warning.code());
            told.setField(field);
            told.setLt(warning.message().lt());
            told.setEn(warning.message().en());
            warnings.add(told);
        }
    }

    /**
     * Changes an enrolment.
     *
     * @param version the one that the sender saw
     * @param overruled the codes of the warnings that it overrules
     * @throws ExchangeException {@code MR-501} when the scope may write no such enrolment, {@code MR-502} when it changed since
     *     that version, or of the rules that the work breaks
     */
    Written change(String enrolmentId, String version, List<String> overruled, Scope scope, Work work) {
        Writable found = writable.find(enrolmentId, scope);
        return write(found.person(), enrolmentId, overruled, scope, change -> {
            RegisteredEnrolment enrolment = change.history().owned(RegisteredEnrolment.class).stream()
                    .filter(each -> each.registerId().equals(enrolmentId) && each.isBelieved(change.history()))
                    .findFirst()
                    .orElseThrow(() -> WritableEnrolments.unknown("enrolmentId"));
            requirePresent(found, version, change.history(), scope);
            work.on(enrolment, change);
        });
    }

    /**
     * Begins an enrolment.
     *
     * @param student the internal number
     * @param enrolmentId its identifier
     */
    Written write(long student, String enrolmentId, List<String> overruled, Scope scope, Consumer<Change> work) {
        Change done = store.change(student, scope.writing().provenance(), history -> {
            Change change = new Change(history, overruled);
            work.accept(change);
            history.requireUnbroken();
            history.requires(!history.isUnchanged(), "enrolmentId", ExchangeError.NOTHING_TOLD);
            return change;
        });
        Person person = done.history().person();
        scope.discloses(person.registerId());
        return new Written(
                enrolmentId, versions.of(enrolmentId, person.lastRecordedAt().orElseThrow()), done.warnings);
    }

    private void requirePresent(Writable found, String version, History history, Scope scope) {
        Instant seen = versions.knownAt(found.enrolmentId(), version)
                .orElseThrow(() ->
                        ExchangeException.of(ExchangeError.UNKNOWN_VERSION).at("version"));
        Instant last = history.person().lastRecordedAt().orElseThrow();
        if (last.isAfter(seen)) {
            List<String> changed = differences.between(found.number(), seen, last, shown(scope));
            if (!changed.isEmpty()) {
                throw ExchangeException.ofAll(List.of(Problem.at("version", ExchangeError.VERSION_CONFLICT)
                        .naming(Text.same(
                                String.join(", ", changed) + "; version: " + versions.of(found.enrolmentId(), last)))));
            }
        }
    }

    /** What the sender sees of an enrolment. */
    private static Fields shown(Scope scope) {
        return scope.writing().shownBy().apply(READ).within("enrolment");
    }
}
