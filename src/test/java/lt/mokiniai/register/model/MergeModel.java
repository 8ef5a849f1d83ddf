package lt.mokiniai.register.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lt.mokiniai.register.model.Person.Merged;
import lt.mokiniai.register.model.Task.Kind;

/**
 * A second, plain definition of records that become one and are told apart again: written from docs/register.md, 'Merging'. Each
 * act gives what it is refused for; nothing where it is taken, and then the model is changed, but for a preview.
 */
final class MergeModel {

    private final RegisterModel register;
    /** What the last merge, or preview of one, said. */
    Foreseen foreseen;

    MergeModel(RegisterModel register) {
        this.register = register;
    }

    /**
     * Two records that somebody finds to be of one person.
     *
     * @param keep the one that is to be kept; nothing where the rule says it
     * @param overrules whether it does not matter that they were found to be two
     * @param namesRestrictions whether those who are protected may be written
     */
    record Pair(
            Person one, Person other, Person keep, boolean overrules, boolean namesRestrictions, boolean isPreview) {}

    /**
     * What a merge or a split does.
     *
     * @param from the record that goes into the other, or comes out of it
     * @param moved how many enrolments
     * @param isRestrictionMoved whether a restriction is taken over, or given back
     * @param faults what keeps them from being merged, by path and code
     */
    record Foreseen(Person from, Person kept, int moved, boolean isRestrictionMoved, Set<String> faults) {}

    Set<String> merge(Pair pair) {
        if (pair.one == pair.other) {
            return Set.of("MR-590 otherRegisterId");
        }
        Optional<String> unfit = unfit(pair.one, "registerId", pair)
                .or(() -> unfit(pair.other, "otherRegisterId", pair))
                .or(() -> hidden(pair.one, "registerId", pair))
                .or(() -> hidden(pair.other, "otherRegisterId", pair));
        if (unfit.isPresent()) {
            return Set.of(unfit.get());
        }
        Person kept = kept(pair);
        Person from = kept == pair.one ? pair.other : pair.one;
        boolean takesRestriction = from.isRestricted && !kept.isRestricted;
        List<Study> moved = register.believed(from);
        Set<String> faults = faults(from, kept, moved);
        Set<String> refused = new TreeSet<>();
        if (pair.keep != null && pair.keep != kept) {
            refused.add("MR-593 keep");
        }
        Set<String> found = new TreeSet<>(faults);
        if (from.distinct.contains(kept)) {
            if (pair.isPreview) {
                found.add("MR-614 registerId");
            } else if (!pair.overrules) {
                refused.add("MR-614 otherRegisterId");
            }
        }
        if (!pair.isPreview) {
            refused.addAll(faults);
        }
        foreseen = new Foreseen(from, kept, moved.size(), takesRestriction, found);
        if (refused.isEmpty() && !pair.isPreview) {
            carryOut(from, kept, moved);
        }
        return refused;
    }

    /** Nobody is there, or the record was merged; of whom is protected that is not told. */
    private static Optional<String> unfit(Person person, String field, Pair pair) {
        if (person.isThere()) {
            return Optional.empty();
        }
        boolean isTold = !person.isRemoved && (pair.namesRestrictions || !person.kept().isRestricted);
        return Optional.of((isTold ? "MR-591 " : "MR-501 ") + field);
    }

    private static Optional<String> hidden(Person person, String field, Pair pair) {
        return person.isHidden() && !pair.namesRestrictions ? Optional.of("MR-595 " + field) : Optional.empty();
    }

    /** Who has a code is kept; else whom the decider names, or the older one. */
    private static Person kept(Pair pair) {
        if (pair.one.hasCode != pair.other.hasCode) {
            return pair.one.hasCode ? pair.one : pair.other;
        }
        Person older = pair.one.number < pair.other.number ? pair.one : pair.other;
        return pair.keep == null ? older : pair.keep;
    }

    private Set<String> faults(Person from, Person kept, List<Study> moved) {
        Set<String> faults = new TreeSet<>();
        if (!isFree(from) || !isFree(kept)) {
            faults.add("MR-596 registerId");
        }
        if (from.hasCode && kept.hasCode) {
            faults.add("MR-592 identity/personalCode");
        }
        boolean isHeldByBoth = moved.stream()
                .filter(Study::isGeneral)
                .anyMatch(study -> !register.enrolments
                        .general(kept.number, study.days, null)
                        .isEmpty());
        if (isHeldByBoth) {
            faults.add("MR-594 enrolment");
        }
        return faults;
    }

    /** Nobody has to decide anything about them. */
    private boolean isFree(Person person) {
        return register.tasks.stream()
                .noneMatch(task -> task.isOpen() && task.kind != Kind.MERGE && task.subject.person() == person);
    }

    private void carryOut(Person from, Person kept, List<Study> moved) {
        int time = register.nextTime();
        boolean takesRestriction = from.isRestricted && !kept.isRestricted;
        go(moved, kept);
        from.merged = new Merged(kept, time, moved, from.isRestricted, takesRestriction);
        from.isRestricted = false;
        if (takesRestriction) {
            kept.restrict(time);
        }
    }

    private static void go(List<Study> studies, Person to) {
        studies.forEach(study -> {
            study.student = to.number;
            study.wentOver = true;
        });
    }

    /** The agency says whether two records are of one person, in which it finds them now. */
    Set<String> decide(Task task, boolean accepts) {
        Person one = task.subject.person().kept();
        Person other = task.subject.other().kept();
        if (accepts) {
            return one == other ? Set.of() : merge(new Pair(one, other, null, false, true, false));
        }
        if (one == other) {
            return Set.of("MR-591 decision");
        }
        one.distinct.add(other);
        other.distinct.add(one);
        return Set.of();
    }

    /** Somebody finds that a record that was merged is of another person. */
    Set<String> split(Person apart, boolean namesRestrictions, boolean isPreview) {
        if (apart.isRemoved || (apart.merged != null && apart.kept().isRestricted && !namesRestrictions)) {
            return Set.of("MR-501 registerId");
        }
        if (apart.merged == null) {
            return Set.of("MR-597 registerId");
        }
        Set<String> refused = new TreeSet<>();
        Merged merged = apart.merged;
        Person from = merged.into();
        if (from.merged != null) {
            refused.add("MR-598 registerId");
        }
        if (!isFree(apart.kept())) {
            refused.add("MR-596 registerId");
        }
        if (!refused.isEmpty()) {
            return refused;
        }
        boolean givesRestrictionBack = merged.tookRestriction() && from.isRestricted;
        foreseen = new Foreseen(apart, from, merged.moved().size(), givesRestrictionBack, Set.of());
        if (!isPreview) {
            tellApart(apart, givesRestrictionBack);
        }
        return Set.of();
    }

    private void tellApart(Person apart, boolean givesRestrictionBack) {
        Merged merged = apart.merged;
        Person from = merged.into();
        int time = register.nextTime();
        go(merged.moved(), apart);
        apart.merged = null;
        if (givesRestrictionBack) {
            from.isRestricted = false;
        }
        // One that was recorded since may be about either.
        if (merged.wasRestricted() || (from.isRestricted && from.firstRestricted > merged.time())) {
            apart.restrict(time);
        }
        apart.distinct.add(from);
        from.distinct.add(apart);
    }
}
