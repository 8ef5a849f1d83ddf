package lt.mokiniai.register.load;

import jakarta.persistence.EntityNotFoundException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lt.mokiniai.register.form.Finding;
import lt.mokiniai.register.form.FormRecord;
import lt.mokiniai.register.form.LoadProblem;
import lt.mokiniai.register.form.RecordKind;
import lt.mokiniai.register.form.StudentRecords;
import lt.mokiniai.register.history.Chronicle;
import lt.mokiniai.register.history.Chronicle.Played;
import lt.mokiniai.register.history.ContradictionException;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.load.LoadedStudents.Loaded;
import lt.mokiniai.register.students.facts.PersonDistinct;
import lt.mokiniai.register.students.facts.PersonMerge;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.orm.jpa.JpaObjectRetrievalFailureException;

/** What students are to others: records that were merged, and such as were found to be about two. It comes after all students. */
final class StudentLinks {

    private static final int MOST_TRIES = 5;

    private final LoadStores stores;
    private final LoadStores.Given given;
    private final SeenRecords seen;
    private final Consumer<Finding> findings;
    private final List<StudentRecords> waiting = new ArrayList<>();

    /** The keys of those whom others name, of a load that is tried. */
    private final Set<String> there = new HashSet<>();

    private long refused;

    StudentLinks(LoadStores stores, LoadStores.Given given, SeenRecords seen, Consumer<Finding> findings) {
        this.stores = stores;
        this.given = given;
        this.seen = seen;
        this.findings = findings;
    }

    /** Whether records say what a student is to others. */
    static boolean hasAny(StudentRecords student) {
        return links(student).findAny().isPresent();
    }

    private static Stream<FormRecord> links(StudentRecords student) {
        return student.records().stream()
                .filter(record -> record.kind() == RecordKind.MERGE || record.kind() == RecordKind.DISTINCT);
    }

    /** How many students are there of whom it cannot be recorded. */
    long refused() {
        return refused;
    }

    /** Adds a student who is in the register. */
    void add(StudentRecords student, boolean isLinked) {
        if (seen.isNamed(student.key())) {
            there.add(student.key());
        }
        if (!isLinked && hasAny(student)) {
            waiting.add(new StudentRecords(student.key(), links(student).toList(), student.isWhole()));
        }
    }

    /** Records all of it. */
    void finish() {
        waiting.forEach(this::link);
    }

    private void link(StudentRecords student) {
        Set<String> keys = new TreeSet<>(Set.of(student.key()));
        student.records().forEach(record -> others(record).forEach(column -> keys.add(record.required(column))));
        Map<String, Loaded> known = stores.loaded().find(keys);
        List<Finding> missing = student.records().stream()
                .flatMap(record -> others(record)
                        .filter(column -> !known.containsKey(record.required(column))
                                && !(given.run().isEmpty() && there.contains(record.required(column))))
                        .map(column -> LoadProblem.OTHER_NOT_LOADED.at(record.place(), column)))
                .toList();
        if (!missing.isEmpty()) {
            missing.forEach(findings);
            refused++;
            return;
        }
        given.run().ifPresent(run -> write(student, known, run));
    }

    private void write(StudentRecords student, Map<String, Loaded> known, LoadRun run) {
        run.requireHeld();
        for (int attempt = 1; attempt <= MOST_TRIES; attempt++) {
            try {
                attempt(student, known, run);
                return;
            } catch (ContradictionException contradiction) {
                refuse(student, LoadProblem.CONTRADICTION);
                return;
            } catch (HistoryTooLateException late) {
                refuse(student, LoadProblem.HISTORY_TOO_LATE);
                return;
            } catch (ConcurrencyFailureException passing) {
                if (attempt == MOST_TRIES) {
                    refuse(student, LoadProblem.REFUSED_BY_DATABASE);
                }
            } catch (DataIntegrityViolationException
                    | EntityNotFoundException
                    | JpaObjectRetrievalFailureException refusal) {
                refuse(student, LoadProblem.REFUSED_BY_DATABASE);
                return;
            }
        }
    }

    private void refuse(StudentRecords student, LoadProblem problem) {
        findings.accept(problem.at(student.records().get(0).place(), null));
        refused++;
    }

    /** The register has answered, so that what was known when is known to others. */
    private static final class HistoryTooLateException extends RuntimeException {}

    private void attempt(StudentRecords student, Map<String, Loaded> known, LoadRun run) {
        stores.transaction().executeWithoutResult(status -> {
            Map<Long, Chronicle> chronicles = stores.histories()
                    .more(known.values().stream().map(Loaded::person).toList());
            student.records().forEach(record -> tell(record, known, chronicles));
            List<Played> played =
                    chronicles.values().stream().map(Chronicle::play).toList();
            stores.histories().takeOver(played, run.provenance());
            stores.loaded().link(student.key());
            if (hasTimes(student) && stores.questions().areThere()) {
                throw new HistoryTooLateException();
            }
        });
    }

    private static boolean hasTimes(StudentRecords student) {
        return student.records().stream()
                .anyMatch(record -> record.kind() == RecordKind.MERGE || record.time("recordedAt") != null);
    }

    private static Stream<String> others(FormRecord record) {
        return record.kind() == RecordKind.MERGE ? Stream.of("into", "kept") : Stream.of("other");
    }

    private static void tell(FormRecord record, Map<String, Loaded> known, Map<Long, Chronicle> chronicles) {
        Instant told = record.time("recordedAt");
        Instant recorded = told == null ? Chronicle.WHEN_TAKEN_OVER : told;
        Chronicle own = chronicle(record.student(), known, chronicles);
        if (record.kind() == RecordKind.DISTINCT) {
            PersonDistinct distinct = PersonDistinct.between(
                    own.person(),
                    chronicle(record.required("other"), known, chronicles).person(),
                    record.required("reason"));
            Objects.requireNonNull(chronicles.get(distinct.person().number()))
                    .at(recorded, history -> history.adds(distinct));
            return;
        }
        PersonMerge merge = new PersonMerge(
                own.person(),
                number(record.required("into"), known),
                number(record.required("kept"), known),
                record.time("mergedAt"),
                record.required("reason"));
        Term term = new Term(Objects.requireNonNull(record.date("validFrom")), record.date("validTo"));
        own.at(recorded, history -> history.asserts(merge, term));
        Instant until = record.time("believedUntil");
        if (until != null) {
            own.at(until, history -> history.strikes(merge));
        }
    }

    private static long number(String key, Map<String, Loaded> known) {
        return Objects.requireNonNull(known.get(key)).person();
    }

    private static Chronicle chronicle(String key, Map<String, Loaded> known, Map<Long, Chronicle> chronicles) {
        return Objects.requireNonNull(chronicles.get(number(key, known)));
    }
}
