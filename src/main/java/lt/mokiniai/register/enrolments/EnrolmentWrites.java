package lt.mokiniai.register.enrolments;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Fields;
import lt.mokiniai.kernel.scope.Reading;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.enrolments.WritableEnrolments.Writable;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.students.Handling;
import lt.mokiniai.register.students.facts.PersonIdentity;
import lt.mokiniai.register.times.ReadTimes;
import lt.mokiniai.register.writing.Change;
import lt.mokiniai.register.writing.ItemOwnership;
import lt.mokiniai.register.writing.RecordWrites;
import lt.mokiniai.register.writing.Told;
import lt.mokiniai.register.writing.Written;
import lt.mokiniai.wsdl.types.Enrolment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes enrolments: finds the one that a request names, looks whether it is as the sender saw it, and lets an operation change
 * it.
 */
@Component
public class EnrolmentWrites {

    /** Who reads enrolments by it is told what changed in what it reads. */
    private static final OperationId READ = OperationId.parse("enrolments/v1/getEnrolments");

    private final WritableEnrolments writable;
    private final RecordWrites writes;
    private final EnrolmentReader reader;
    private final List<EnrolmentReliance> reliances;
    private final Handling handling;
    private final ReadTimes times;

    EnrolmentWrites(
            WritableEnrolments writable,
            RecordWrites writes,
            EnrolmentReader reader,
            List<EnrolmentReliance> reliances,
            Handling handling,
            ReadTimes times) {
        this.writable = writable;
        this.writes = writes;
        this.reader = reader;
        this.reliances = reliances;
        this.handling = handling;
        this.times = times;
    }

    /** A unit of work on an enrolment. */
    @FunctionalInterface
    public interface Work {
        /** Changes an enrolment. */
        void on(RegisteredEnrolment enrolment, Change change);
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
        return change(writable.find(enrolmentId, scope), version, overruled, scope, work);
    }

    /**
     * Changes an enrolment that was found.
     *
     * @param version the one that the sender saw; where there is none, it does not matter what changed since
     * @param overruled the codes of the warnings that it overrules
     * @throws ExchangeException {@code MR-501} when there is no such enrolment any more, {@code MR-502} when it changed since
     *     that version, or of the rules that the work breaks
     */
    public Written change(Writable found, @Nullable String version, List<String> overruled, Scope scope, Work work) {
        String enrolmentId = found.enrolmentId();
        return write(found.person(), enrolmentId, overruled, scope, change -> {
            RegisteredEnrolment enrolment = RegisteredEnrolment.find(change.history(), enrolmentId)
                    .orElseThrow(() -> WritableEnrolments.unknown("enrolmentId"));
            if (version != null) {
                writes.requirePresent(
                        EnrolmentReader.recordOf(enrolmentId),
                        version,
                        change.history(),
                        knownAt ->
                                told(found, knownAt, scope.writing().shownBy().apply(READ)));
            }
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
        return writes.write(student, EnrolmentReader.recordOf(enrolmentId), overruled, scope, change -> {
            History history = change.history();
            ItemOwnership.require(history, scope, PersonIdentity.hasCode(history));
            work.accept(change);
        });
    }

    /** Gives the version that an enrolment has after its person was written. */
    public String present(String enrolmentId, History history) {
        return writes.present(EnrolmentReader.recordOf(enrolmentId), history);
    }

    /** Gives what a request may set of a student. */
    public static Fields settable(History history, Scope scope) {
        return scope.writing().settableOf(PersonIdentity.hasCode(history));
    }

    /** Looks whether an enrolment, as it was changed, still holds what is recorded because of it. */
    public void requireKept(History history, RegisteredEnrolment enrolment, String field) {
        EnrolmentReliance.requireKept(reliances, history, enrolment, field);
    }

    /** Gives what the sender reads of an enrolment, of all days that it may ask about, as known at a time. */
    private Told told(Writable found, Instant knownAt, Reading reading) {
        Told told = new Told();
        Enrolment enrolment = reader.of(
                        List.of(found.number()),
                        Window.within(reading.depth(), times.today(), knownAt),
                        reading.within("enrolment"),
                        handling.withholds(found.person(), reading.restrictions()))
                .get(found.number());
        if (enrolment != null) {
            // It says when the enrolment was seen.
            enrolment.setVersion(null);
            told.and(enrolment, "");
        }
        return told;
    }
}
