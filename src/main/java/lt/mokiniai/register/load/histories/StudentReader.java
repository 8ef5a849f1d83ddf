package lt.mokiniai.register.load.histories;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import lt.mokiniai.kernel.scope.Provenance;
import lt.mokiniai.register.form.FormRecord;
import lt.mokiniai.register.form.LoadProblem;
import lt.mokiniai.register.form.RecordKind;
import lt.mokiniai.register.form.StudentRecords;
import lt.mokiniai.register.history.Chronicle;
import lt.mokiniai.register.history.Chronicle.Played;

/**
 * Reads the history of a student from their records: each value is looked at, then the history at each of its times, by the rules
 * of the operations.
 */
public final class StudentReader {

    private static final String MERGE_UNDONE = "MERGE_UNDONE";

    private static final Set<RecordKind> LINKS = Set.of(RecordKind.MERGE, RecordKind.DISTINCT);

    private final LoadRules rules;
    private final RecordTimes times;

    /** @param times which times records may have */
    public StudentReader(LoadRules rules, RecordTimes times) {
        this.rules = rules;
        this.times = times;
    }

    /** What changes at one time. */
    private record Step(List<TimedFact> ended, List<TimedFact> begun) {

        Step() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        Set<TimedFact> changed() {
            Set<TimedFact> changed = new LinkedHashSet<>(ended);
            changed.addAll(begun);
            return changed;
        }
    }

    /**
     * Reads a student.
     *
     * @param findings where all that is wrong is told
     * @return the history; nothing where something of it is wrong
     */
    public Optional<Played> read(StudentRecords records, StudentFindings findings) {
        if (!records.isWhole()) {
            return Optional.empty();
        }
        List<FormRecord> identities = records.of(RecordKind.IDENTITY);
        if (identities.isEmpty()) {
            findings.tell(records.records().get(0), "student", LoadProblem.NO_IDENTITY);
            return Optional.empty();
        }
        Instant known = records.records().stream()
                .filter(StudentReader::isRecorded)
                .map(RecordTimes::recorded)
                .min(Comparator.naturalOrder())
                .orElse(Chronicle.WHEN_TAKEN_OVER);
        Chronicle chronicle = new Chronicle(StudentFrame.registerId(identities, findings), known);
        StudentFrame student = new StudentFrame(records, chronicle, rules, times, findings);
        new PersonFacts(student).add();
        EnrolmentFacts enrolments = new EnrolmentFacts(student);
        enrolments.add();
        new CertificateFacts(student).add();
        writes(student);
        links(student, records.key());
        if (!student.isComplete()) {
            return Optional.empty();
        }
        HistoryRules historyRules = new HistoryRules(rules, findings, student.facts(), enrolments.all());
        steps(student.facts())
                .forEach((time, step) -> chronicle.at(time, history -> {
                    step.ended().forEach(each -> each.end(history));
                    step.begun().forEach(each -> each.begin(history, findings));
                    historyRules.look(history, step.changed());
                }));
        Played played = chronicle.play();
        return findings.isRefused() ? Optional.empty() : Optional.of(played);
    }

    private static boolean isRecorded(FormRecord record) {
        return !LINKS.contains(record.kind()) && record.has("recordedAt");
    }

    private static Map<Instant, Step> steps(List<TimedFact> facts) {
        Map<Instant, Step> steps = new TreeMap<>();
        for (TimedFact fact : facts) {
            steps.computeIfAbsent(fact.from(), time -> new Step()).begun().add(fact);
            Instant until = fact.until();
            if (until != null) {
                steps.computeIfAbsent(until, time -> new Step()).ended().add(fact);
            }
        }
        return steps;
    }

    /** What a student is to others is recorded later; here it is looked at by itself. */
    private static void links(StudentFrame student, String key) {
        for (FormRecord record : student.records(RecordKind.DISTINCT)) {
            student.times().recorded(record, student.findings());
            requireOther(student, record, "other", key);
        }
        for (FormRecord record : student.records(RecordKind.MERGE)) {
            RecordTimes.term(record, student.findings());
            requireOther(student, record, "into", key);
            requireOther(student, record, "kept", key);
            student.times()
                    .belief(record, student.findings())
                    .ifPresent(belief -> merge(
                            student,
                            record,
                            Objects.requireNonNull(record.time("mergedAt"), "a merge has a time"),
                            belief));
        }
    }

    /** All that was known of a student is given up when their record is merged, and nothing is known of it while it is. */
    private static void merge(StudentFrame student, FormRecord record, Instant merged, RecordTimes.Belief belief) {
        boolean isGivenUpThen = student.records(RecordKind.IDENTITY).stream()
                .anyMatch(identity -> merged.equals(identity.time("believedUntil")));
        if (!isGivenUpThen || belief.from().isBefore(merged)) {
            student.findings().tell(record, "mergedAt", LoadProblem.MERGED_AT_ANOTHER_TIME);
        }
        student.facts().stream()
                .filter(each -> new RecordTimes.Belief(each.from(), each.until()).isAnyOf(merged, belief.until()))
                .forEach(each -> student.findings().tell(each.record(), "believedUntil", LoadProblem.GIVEN_UP_LATER));
    }

    private static void requireOther(StudentFrame student, FormRecord record, String column, String key) {
        if (record.required(column).equals(key)) {
            student.findings().tell(record, column, LoadProblem.LINK_OF_ITSELF);
        }
    }

    private static void writes(StudentFrame student) {
        Set<Instant> seen = new HashSet<>();
        for (FormRecord record : student.records(RecordKind.WRITE)) {
            // That a merge was undone the register says itself: it is in no list.
            if (!MERGE_UNDONE.equals(record.text("reason"))) {
                student.rules().code(student.findings(), record, "CORRECTION_REASON", null, "reason");
            }
            Optional<Instant> recorded = student.times().recorded(record, student.findings());
            if (recorded.isEmpty()) {
                student.isLacking();
                continue;
            }
            if (!seen.add(recorded.get())) {
                student.findings().tell(record, "recordedAt", LoadProblem.KEY_OF_ANOTHER);
            }
            student.chronicle()
                    .cameFrom(
                            recorded.get(),
                            new Provenance(
                                    record.required("receipt"),
                                    record.required("operation"),
                                    record.required("party"),
                                    record.required("institution"),
                                    Optional.ofNullable(record.text("userId"))),
                            record.text("reason"),
                            record.text("overruled"));
        }
    }
}
