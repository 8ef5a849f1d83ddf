package lt.mokiniai.register.load;

import jakarta.persistence.EntityNotFoundException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import lt.mokiniai.register.load.LoadedStudents.Loaded;
import lt.mokiniai.register.load.histories.StudentFindings;
import lt.mokiniai.register.load.together.Identification;
import lt.mokiniai.register.load.together.ToldLinks;
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
    private final List<Waiting> waiting = new ArrayList<>();

    /** The keys of those whom others name, of a load that is tried. */
    private final Set<String> there = new HashSet<>();

    /** The keys of those whose records this load merged, or would, with the key of the one that is kept. */
    private final Map<String, String> merged = new HashMap<>();

    private long refused;

    StudentLinks(LoadStores stores, LoadStores.Given given, SeenRecords seen, Consumer<Finding> findings) {
        this.stores = stores;
        this.given = given;
        this.seen = seen;
        this.findings = findings;
    }

    /**
     * A student whose links are to be recorded.
     *
     * @param links the records that say them
     * @param former what leads to another student as soon as they are recorded
     */
    private record Waiting(String key, List<FormRecord> links, List<Identification> former) {}

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
            waiting.add(new Waiting(student.key(), links(student).toList(), Identification.formerOf(student)));
        }
    }

    /** Records all of it: a record that was merged into another that was merged itself comes after that one. */
    void finish() {
        Map<String, Integer> steps = new HashMap<>();
        waiting.forEach(student -> steps.put(student.key, seen.mergedBy(student.key)));
        waiting.sort(Comparator.comparing(student -> Objects.requireNonNull(steps.get(student.key))));
        waiting.forEach(this::link);
    }

    private void link(Waiting student) {
        StudentFindings found = new StudentFindings(findings);
        seen.lookAtMerges(student.links, stores.loaded(), found);
        Set<String> keys = new TreeSet<>(Set.of(student.key));
        student.links.forEach(record -> ToldLinks.others(record).forEach(column -> keys.add(record.required(column))));
        Map<String, Loaded> known = stores.loaded().find(keys);
        for (FormRecord record : student.links) {
            ToldLinks.others(record)
                    .filter(column -> !isThere(record.required(column), known))
                    .forEach(column -> found.tell(record, column, LoadProblem.OTHER_NOT_LOADED));
        }
        if (found.isRefused()) {
            refused++;
        } else if (given.run().isPresent()) {
            write(student, known, given.run().get());
        } else {
            settle(student, against(student, known));
        }
    }

    private boolean isThere(String key, Map<String, Loaded> known) {
        return known.containsKey(key) || (given.run().isEmpty() && there.contains(key));
    }

    private void write(Waiting student, Map<String, Loaded> known, LoadRun run) {
        run.requireHeld();
        for (int attempt = 1; attempt <= MOST_TRIES; attempt++) {
            try {
                settle(student, attempt(student, known, run));
                return;
            } catch (ContradictionException contradiction) {
                settle(student, broken(student, LoadProblem.CONTRADICTION));
                return;
            } catch (ConcurrencyFailureException passing) {
                if (attempt == MOST_TRIES) {
                    settle(student, broken(student, LoadProblem.REFUSED_BY_DATABASE));
                }
            } catch (DataIntegrityViolationException
                    | EntityNotFoundException
                    | JpaObjectRetrievalFailureException refusal) {
                settle(student, broken(student, LoadProblem.REFUSED_BY_DATABASE));
                return;
            }
        }
    }

    private static List<Finding> broken(Waiting student, LoadProblem problem) {
        return List.of(problem.at(student.links.get(0).place(), null));
    }

    private void settle(Waiting student, List<Finding> against) {
        against.forEach(findings);
        if (against.isEmpty()) {
            ToldLinks.mergeOfNow(student.links).ifPresent(merge -> merged.put(student.key, merge.required("kept")));
        } else {
            refused++;
        }
    }

    /** Records it, unless something stands against it, which is given. */
    private List<Finding> attempt(Waiting student, Map<String, Loaded> known, LoadRun run) {
        return Optional.ofNullable(stores.transaction().execute(status -> {
                    // Before the row of any person, as everybody does.
                    stores.taken().lock(student.former);
                    Map<Long, Chronicle> chronicles = stores.histories()
                            .more(known.values().stream().map(Loaded::person).toList());
                    List<Finding> against = against(student, known);
                    if (against.isEmpty()) {
                        new ToldLinks(numbers(known.values()), chronicles).tell(student.links);
                        List<Played> played = chronicles.values().stream()
                                .map(Chronicle::play)
                                .toList();
                        stores.histories().takeOver(played, run.provenance());
                        stores.loaded().link(student.key);
                        // The register has answered, so that what was known when is known to others.
                        if (ToldLinks.haveTimes(student.links)
                                && stores.questions().areThere()) {
                            status.setRollbackOnly();
                            return broken(student, LoadProblem.HISTORY_TOO_LATE);
                        }
                    }
                    return against;
                }))
                .orElseThrow();
    }

    /** What the register says otherwise: whom the others' records were merged into, and who else is known by the same. */
    private List<Finding> against(Waiting student, Map<String, Loaded> known) {
        Map<String, Long> numbers = numbers(known.values());
        List<Finding> against = new ArrayList<>();
        ToldLinks.mergeOfNow(student.links)
                .filter(merge -> !leadsToTheEnd(merge, numbers))
                .ifPresent(merge -> against.add(LoadProblem.NOT_KEPT_IN_THE_END.at(merge.place(), "kept")));
        stores.taken().of(student.former, numbers).stream()
                .map(Identification::inRegister)
                .forEach(against::add);
        return against;
    }

    private static Map<String, Long> numbers(Collection<Loaded> known) {
        Map<String, Long> numbers = new HashMap<>();
        known.forEach(each -> numbers.put(each.key(), each.person()));
        return numbers;
    }

    /** Whether the record that a student's was merged into leads to the one that is kept, and that one to no other. */
    private boolean leadsToTheEnd(FormRecord merge, Map<String, Long> numbers) {
        Map<Long, Long> kept = stores.loaded().merged(numbers.values());
        String into = merge.required("into");
        String last = merge.required("kept");
        boolean isMerged = merged.containsKey(last) || kept.containsKey(numbers.get(last));
        boolean isLed = into.equals(last)
                || last.equals(merged.get(into))
                || (numbers.containsKey(last) && numbers.get(last).equals(kept.get(numbers.get(into))));
        return !isMerged && isLed;
    }
}
