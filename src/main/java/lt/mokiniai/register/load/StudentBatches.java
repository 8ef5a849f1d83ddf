package lt.mokiniai.register.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.register.form.Finding;
import lt.mokiniai.register.form.LoadProblem;
import lt.mokiniai.register.form.StudentRecords;
import lt.mokiniai.register.history.Chronicle.Played;
import lt.mokiniai.register.load.LoadedStudents.Loaded;
import lt.mokiniai.register.load.histories.RecordTimes;
import lt.mokiniai.register.load.histories.StudentFindings;
import lt.mokiniai.register.load.histories.StudentReader;
import lt.mokiniai.register.load.together.Identification;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Loads students, some at a time: all of them in one transaction, with what says that they were loaded. Where the database refuses
 * one of them, they are halved until it is found.
 */
final class StudentBatches {

    /** Written within a second or two: what is announced as being written is given up after ten (OpenWrites). */
    private static final int SIZE = 200;

    /** Of all students of a batch together: some have many more than others. */
    private static final int MOST_RECORDS = 10_000;

    private static final int MOST_TRIES = 5;

    private final LoadStores stores;
    private final LoadStores.Given given;
    private final SeenRecords seen;
    private final StudentLinks links;
    private final Consumer<Finding> findings;
    private final LongConsumer studentsDone;
    private final List<StudentRecords> waiting = new ArrayList<>();
    private int records;
    private long loaded;
    private long thereAlready;
    private long refused;

    StudentBatches(
            LoadStores stores,
            LoadStores.Given given,
            SeenRecords seen,
            StudentLinks links,
            Consumer<Finding> findings,
            LongConsumer studentsDone) {
        this.stores = stores;
        this.given = given;
        this.seen = seen;
        this.links = links;
        this.findings = findings;
        this.studentsDone = studentsDone;
    }

    /** A student of whom nothing is wrong by what the files say. */
    private record Candidate(
            StudentRecords records, String digest, List<Identification> identifications, Played history) {}

    long loaded() {
        return loaded;
    }

    long thereAlready() {
        return thereAlready;
    }

    long refused() {
        return refused;
    }

    /** Loads a student, with those before and after. */
    void add(StudentRecords student) {
        waiting.add(student);
        records += student.records().size();
        if (waiting.size() == SIZE || records >= MOST_RECORDS) {
            finish();
        }
    }

    /** Loads those who wait. */
    void finish() {
        if (waiting.isEmpty()) {
            return;
        }
        given.run().ifPresent(LoadRun::requireHeld);
        Map<String, Loaded> before =
                stores.loaded().find(waiting.stream().map(StudentRecords::key).toList());
        List<StudentRecords> fresh = new ArrayList<>();
        for (StudentRecords student : waiting) {
            Loaded known = before.get(student.key());
            if (known == null || !student.isWhole()) {
                fresh.add(student);
            } else if (known.digest().equals(LoadedStudents.digest(student))) {
                thereAlready++;
                links.add(student, known.isLinked());
            } else {
                refuse(student, LoadProblem.LOADED_OTHERWISE);
            }
        }
        RecordTimes times = times();
        List<Candidate> candidates = new ArrayList<>();
        for (StudentRecords student : fresh) {
            read(student, times, findings).ifPresentOrElse(candidates::add, () -> refused++);
        }
        write(candidates, times);
        waiting.clear();
        records = 0;
        studentsDone.accept(loaded + thereAlready + refused);
    }

    /** Asked again for each batch: the register may be asked its first question meanwhile. */
    private RecordTimes times() {
        Instant now = stores.clock().instant();
        return new RecordTimes(now, !stores.questions().areThere());
    }

    private Optional<Candidate> read(StudentRecords student, RecordTimes times, Consumer<Finding> told) {
        StudentFindings found = new StudentFindings(told);
        List<Identification> identifications = Identification.of(student);
        Stream.concat(identifications.stream().filter(seen::isTwice), Identification.repeated(identifications))
                .forEach(each -> found.tell(each.inFiles()));
        seen.lookAtMerges(student.records(), stores.loaded(), found);
        Optional<Played> history = new StudentReader(given.rules(), times).read(student, found);
        return history.filter(played -> !found.isRefused())
                .map(played -> new Candidate(student, LoadedStudents.digest(student), identifications, played));
    }

    private void write(List<Candidate> all, RecordTimes first) {
        List<Candidate> candidates = all;
        RecordTimes times = first;
        for (int attempt = 1; !candidates.isEmpty(); attempt++) {
            try {
                attempt(candidates, times);
                return;
            } catch (DataIntegrityViolationException refusal) {
                halve(candidates, times);
                return;
            } catch (ConcurrencyFailureException passing) {
                if (attempt == MOST_TRIES) {
                    // Fewer are written sooner, and hold others up for less long.
                    halve(candidates, times);
                    return;
                }
                RecordTimes now = times();
                List<Candidate> left = again(candidates, now, this::tellRefusals);
                refused += candidates.size() - left.size();
                candidates = left;
                times = now;
            }
        }
    }

    /** Of a student who was read before: what is unlikely of them was told then. */
    private void tellRefusals(Finding found) {
        if (!found.isWarning()) {
            findings.accept(found);
        }
    }

    private void halve(List<Candidate> candidates, RecordTimes times) {
        if (candidates.size() == 1) {
            refuse(candidates.get(0).records(), LoadProblem.REFUSED_BY_DATABASE);
        } else {
            int half = candidates.size() / 2;
            write(again(candidates.subList(0, half), times, told -> {}), times);
            write(again(candidates.subList(half, candidates.size()), times, told -> {}), times);
        }
    }

    /** What was written once, though it was undone, cannot be written again. */
    private List<Candidate> again(List<Candidate> candidates, RecordTimes times, Consumer<Finding> told) {
        return candidates.stream()
                .flatMap(each -> read(each.records(), times, told).stream())
                .toList();
    }

    private void attempt(List<Candidate> candidates, RecordTimes times) {
        List<Identification> identifications = candidates.stream()
                .flatMap(each -> each.identifications().stream())
                .toList();
        if (given.run().isEmpty()) {
            settle(candidates, taken(identifications));
            return;
        }
        LoadRun run = given.run().get();
        Set<Identification> taken = stores.transaction().execute(status -> {
            stores.taken().lock(identifications);
            Set<Identification> found = taken(identifications);
            List<Candidate> free = free(candidates, found);
            stores.histories().takeOver(free.stream().map(Candidate::history).toList(), run.provenance());
            stores.loaded()
                    .add(
                            free.stream()
                                    .map(each -> new Loaded(
                                            each.records().key(),
                                            each.digest(),
                                            each.history().person().number(),
                                            !StudentLinks.hasAny(each.records())))
                                    .toList(),
                            run);
            if (times.isPastOpen() && stores.questions().areThere()) {
                throw new ConcurrencyFailureException("the register answered its first question meanwhile");
            }
            return found;
        });
        settle(candidates, taken);
    }

    /** What leads to somebody who is in the register by their key is theirs. */
    private Set<Identification> taken(List<Identification> identifications) {
        return stores.taken().of(identifications, stores.loaded().persons(identifications));
    }

    private void settle(List<Candidate> candidates, Set<Identification> taken) {
        candidates.stream()
                .flatMap(each -> each.identifications().stream())
                .filter(taken::contains)
                .map(Identification::inRegister)
                .collect(Collectors.toCollection(LinkedHashSet::new))
                .forEach(findings);
        List<Candidate> free = free(candidates, taken);
        loaded += free.size();
        refused += candidates.size() - free.size();
        free.forEach(each -> links.add(each.records(), false));
    }

    private static List<Candidate> free(List<Candidate> candidates, Set<Identification> taken) {
        return candidates.stream()
                .filter(each -> each.identifications().stream()
                        .noneMatch(identification -> taken.contains(identification)
                                && !identification.kind().isWarning()))
                .toList();
    }

    private void refuse(StudentRecords student, LoadProblem problem) {
        refused++;
        findings.accept(problem.at(student.records().get(0).place(), "student"));
    }
}
