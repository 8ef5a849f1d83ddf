package lt.mokiniai.register.students.merging;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import lt.mokiniai.kernel.VisibleText;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.Problem;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.history.Histories;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.PersonRecord;
import lt.mokiniai.register.students.Handling;
import lt.mokiniai.register.students.Lookup;
import lt.mokiniai.register.students.Students;
import lt.mokiniai.register.students.facts.PersonDistinct;
import lt.mokiniai.register.students.facts.PersonIdentity;
import lt.mokiniai.register.students.facts.PersonMerge;
import lt.mokiniai.register.tasks.Tasks;
import lt.mokiniai.register.writing.Change;
import lt.mokiniai.register.writing.RecordWrites;
import lt.mokiniai.wsdl.students.MergeConflict;
import lt.mokiniai.wsdl.students.MergeStudents;
import lt.mokiniai.wsdl.students.MergeStudentsResponse;
import lt.mokiniai.wsdl.students.MovedRecords;
import lt.mokiniai.wsdl.students.SplitStudents;
import lt.mokiniai.wsdl.students.SplitStudentsResponse;
import lt.mokiniai.wsdl.types.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Merges records of students and tells them apart, or tells what that would do. */
@Component
public class StudentMerges {

    /** Kinds of tasks about who somebody is. */
    private static final Set<String> OF_IDENTITY = Set.of("MERGE", "REGISTRATION");

    private final Students students;
    private final MergedPersons persons;
    private final Handling handling;
    private final Tasks tasks;
    private final RecordWrites writes;
    private final List<MergeObstacle> obstacles;

    StudentMerges(
            Students students,
            MergedPersons persons,
            Handling handling,
            Tasks tasks,
            RecordWrites writes,
            List<MergeObstacle> obstacles) {
        this.students = students;
        this.persons = persons;
        this.handling = handling;
        this.tasks = tasks;
        this.writes = writes;
        this.obstacles = obstacles;
    }

    /**
     * What a decider says of a merge.
     *
     * @param keep the register id of the record that is to be kept
     * @param overruled the codes of the warnings that are overruled
     * @param isPreview whether nothing is recorded
     */
    public record Decided(Optional<String> keep, String reason, List<String> overruled, boolean isPreview) {}

    /**
     * Merges two records, or tells what that would do.
     *
     * @throws ExchangeException {@code MR-501} when the scope does not reach one of them, {@code MR-590} when they are one record,
     *     {@code MR-591} when one was merged already, and, where it is no preview, of all that stands against it
     */
    public MergeStudentsResponse merge(MergeStudents request, Scope scope) {
        if (request.getRegisterId().equals(request.getOtherRegisterId())) {
            throw ExchangeException.of(ExchangeError.SAME_RECORD).at("otherRegisterId");
        }
        requireOneLine(request.getReason());
        long one = find(request.getRegisterId(), "registerId", scope);
        long other = find(request.getOtherRegisterId(), "otherRegisterId", scope);
        Decided decided = new Decided(
                Optional.ofNullable(request.getKeep()),
                request.getReason(),
                request.getOverrule(),
                Boolean.TRUE.equals(request.isPreview()));
        return merge(one, other, decided, scope);
    }

    /**
     * Merges two records, by their internal numbers.
     *
     * @throws ExchangeException as the message of such a merge is refused
     */
    public MergeStudentsResponse merge(long one, long other, Decided decided, Scope scope) {
        requireNamed(one, "registerId", scope);
        requireNamed(other, "otherRegisterId", scope);
        return writeAll(Set.of(one, other), scope, histories -> {
            requireNotMerged(histories.of(one), "registerId");
            requireNotMerged(histories.of(other), "otherRegisterId");
            requireNotStruck(histories.of(one), "registerId");
            requireNotStruck(histories.of(other), "otherRegisterId");
            Merge merge = Merge.of(
                    histories,
                    histories.of(one),
                    histories.of(other),
                    decided.keep().orElse(null));
            List<Conflict> conflicts = merge.conflicts(obstacles);
            boolean isFree = isFree(one) && isFree(other);
            boolean isDistinct = PersonDistinct.isTold(histories.of(one), histories.of(other));
            MergeStudentsResponse answer = answer(merge, conflicts);
            answer.setDone(!decided.isPreview());
            Change change = new Change(merge.kept(), decided.overruled());
            if (decided.isPreview()) {
                add(answer, !isFree, ExchangeError.TASKS_WAIT);
                add(answer, isDistinct, ExchangeError.FOUND_DISTINCT);
                return answer;
            }
            histories.requires(isFree, "registerId", ExchangeError.TASKS_WAIT);
            conflicts.forEach(conflict ->
                    conflict.fault().ifPresent(fault -> histories.breaks(Problem.at(conflict.path(), fault))));
            change.expects(!isDistinct, "otherRegisterId", ExchangeError.FOUND_DISTINCT);
            change.history().requireUnbroken();
            merge.carryOut(decided.reason(), histories.all());
            answer.getWarning().addAll(change.warnings());
            return answer;
        });
    }

    /**
     * Tells two records apart that were merged, or tells what that would do.
     *
     * @throws ExchangeException {@code MR-501} when the scope does not reach the student, {@code MR-597} when the record was not
     *     merged, {@code MR-598} when the one that it was merged into was merged later
     */
    public SplitStudentsResponse split(SplitStudents request, Scope scope) {
        requireOneLine(request.getReason());
        Lookup lookup = students.findToDecide(request.getRegisterId(), scope);
        if (lookup.outcome() == Outcome.FOUND) {
            throw notMerged();
        }
        long kept = lookup.mergedInto().orElseThrow(() -> unknown("registerId")).id();
        long merged = persons.number(request.getRegisterId());
        boolean isPreview = Boolean.TRUE.equals(request.isPreview());
        requireNamed(kept, "registerId", scope);
        return writeAll(Set.of(kept, merged), scope, histories -> {
            History apart = histories.of(merged);
            PersonMerge pointer = PersonMerge.of(apart).orElseThrow(StudentMerges::notMerged);
            histories.requires(pointer.into() == pointer.kept(), "registerId", ExchangeError.MERGED_FURTHER);
            histories.requires(isFree(kept), "registerId", ExchangeError.TASKS_WAIT);
            apart.requireUnbroken();
            Split split = new Split(apart, histories.of(kept), pointer);
            SplitStudentsResponse answer = new SplitStudentsResponse();
            answer.setDone(!isPreview);
            answer.setRegisterId(apart.person().registerId());
            answer.setMergedInto(split.from().person().registerId());
            answer.getMoved().addAll(moved(split.goingBack()));
            answer.getTakenOver().addAll(split.givenBack());
            if (!isPreview) {
                apart.becauseOf("MERGE_UNDONE");
                split.carryOut(request.getReason(), histories.all());
            }
            return answer;
        });
    }

    /** Records that two are two persons, by their internal numbers. */
    public void tellApart(long one, long other, String reason, Scope scope) {
        writes.writeAll(Set.of(one, other), scope, histories -> {
            PersonDistinct.tell(histories.of(one), histories.of(other), reason);
            return one;
        });
    }

    /** Gives the record in which a person is known now, by internal numbers. */
    public long present(long person) {
        return persons.kept(person).orElse(person);
    }

    private <T> T writeAll(Collection<Long> named, Scope scope, Function<Histories, T> work) {
        Set<Long> concerned = persons.with(named);
        return writes.writeAll(concerned, scope, histories -> {
            // Somebody merged into one of them since they were found; now nobody can.
            if (!persons.with(named).equals(concerned)) {
                throw new ConcurrencyFailureException("records are merged at the same time");
            }
            return work.apply(histories);
        });
    }

    private long find(String registerId, String field, Scope scope) {
        Lookup lookup = students.findToDecide(registerId, scope);
        if (lookup.outcome() == Outcome.MERGED) {
            throw ExchangeException.of(ExchangeError.MERGED_ALREADY).at(field);
        }
        return lookup.person().orElseThrow(() -> unknown(field)).id();
    }

    private void requireNamed(long person, String field, Scope scope) {
        if (handling.withholds(person, scope.namedRestrictions())) {
            throw ExchangeException.of(ExchangeError.RESTRICTED_RECORD).at(field);
        }
    }

    private static void requireOneLine(String reason) {
        if (!VisibleText.isOneLine(reason)) {
            throw ExchangeException.of(ExchangeError.TEXT_NOT_IN_ONE_LINE).at("reason");
        }
    }

    private static void requireNotMerged(History history, String field) {
        if (PersonMerge.of(history).isPresent()) {
            throw ExchangeException.of(ExchangeError.MERGED_ALREADY).at(field);
        }
    }

    /** Of whom the registration was struck nobody is there, also where it was since they were found or the task was opened. */
    private static void requireNotStruck(History history, String field) {
        if (PersonIdentity.isStruck(history)) {
            throw unknown(field);
        }
    }

    /** Nobody has to decide anything about a record but who it is about. */
    private boolean isFree(long person) {
        return tasks.openOf(person).stream().allMatch(task -> OF_IDENTITY.contains(task.kind()));
    }

    private static ExchangeException unknown(String field) {
        return ExchangeException.of(ExchangeError.NOT_WRITABLE).at(field);
    }

    private static ExchangeException notMerged() {
        return ExchangeException.of(ExchangeError.NOT_MERGED).at("registerId");
    }

    private static MergeStudentsResponse answer(Merge merge, List<Conflict> conflicts) {
        MergeStudentsResponse answer = new MergeStudentsResponse();
        answer.setRegisterId(merge.merged().person().registerId());
        answer.setMergedInto(merge.kept().person().registerId());
        answer.getMoved().addAll(moved(merge.goingOver()));
        answer.getTakenOver().addAll(merge.takenOver());
        conflicts.forEach(
                conflict -> add(answer, conflict.path(), conflict.fault().orElse(null), conflict.enrolments()));
        return answer;
    }

    private static void add(MergeStudentsResponse answer, boolean stands, ExchangeError fault) {
        if (stands) {
            add(answer, "registerId", fault, List.of());
        }
    }

    private static void add(
            MergeStudentsResponse answer, String path, @Nullable ExchangeError fault, List<String> enrolments) {
        MergeConflict told = new MergeConflict();
        told.setPath(path);
        if (fault != null) {
            told.setFault(fault.code());
        }
        told.getEnrolmentId().addAll(enrolments);
        answer.getConflict().add(told);
    }

    private static List<MovedRecords> moved(Collection<PersonRecord> records) {
        Map<String, Long> numbers = records.stream()
                .collect(Collectors.groupingBy(PersonRecord::kind, TreeMap::new, Collectors.counting()));
        return numbers.entrySet().stream()
                .map(entry -> {
                    MovedRecords moved = new MovedRecords();
                    moved.setKind(entry.getKey());
                    moved.setNumber(entry.getValue().intValue());
                    return moved;
                })
                .toList();
    }
}
