package lt.mokiniai.register.students.merging;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lt.mokiniai.register.history.Attribution;
import lt.mokiniai.register.history.Fact;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.PersonRecord;
import lt.mokiniai.register.students.facts.PersonDistinct;
import lt.mokiniai.register.students.facts.PersonMerge;
import lt.mokiniai.register.students.facts.PersonRestriction;
import org.jspecify.annotations.Nullable;

/**
 * Tells two records apart that were merged. What was given up by the merge is asserted again; the enrolments and certificates
 * that came with it go back as they are known now, with what was recorded of them since and what refers to them. What was
 * recorded since of the person, and new enrolments, stay with the record that was kept.
 *
 * @param apart the one that was merged
 * @param from the one that it was merged into
 * @param pointer the merge
 */
record Split(History apart, History from, PersonMerge pointer) {

    /** Gives the records that came with the one that was merged, as it had them. */
    List<PersonRecord> goingBack() {
        return apart.records().stream().filter(this::cameOver).toList();
    }

    /** Gives the groups of data that were taken over and are given back. */
    Set<String> givenBack() {
        Set<String> given = new TreeSet<>();
        for (Class<? extends Fact> kind : kinds()) {
            if (!takenOver(kind).isEmpty()) {
                given.add(Merge.pathOf(kind));
            }
        }
        return given;
    }

    /**
     * Tells the two apart.
     *
     * @param others the histories of those that were merged into either
     */
    void carryOut(String reason, Collection<History> others) {
        Instant merged = pointer.mergedAt();
        apart.strikes(pointer);
        new Attribution(from, apart).moveBack(goingBack());
        Attribution again = new Attribution(apart, apart);
        for (Class<? extends Fact> kind : kinds()) {
            takenOver(kind).forEach(from::strikes);
            apart.ever(kind, apart.person()).stream()
                    .filter(fact -> fact.isGivenUpAt(merged))
                    .forEach(fact -> again.copy(fact, apart.person(), fact.term()));
        }
        protectAlike(merged);
        keepWithApart(others);
        PersonDistinct.tell(apart, from, reason);
    }

    /** A restriction that was recorded since may be about either: it protects both, until whoever recorded it says whom. */
    private void protectAlike(Instant merged) {
        Attribution alike = new Attribution(from, apart);
        List<PersonRestriction> before = from.ever(PersonRestriction.class, from.person()).stream()
                .filter(each -> !each.isRecordedAfter(merged))
                .toList();
        for (PersonRestriction restriction : from.believed(PersonRestriction.class, from.person())) {
            if (before.stream().noneMatch(restriction::isLike)) {
                Merge.uncovered(restriction, apart).forEach(days -> alike.copy(restriction, apart.person(), days));
            }
        }
    }

    /** Those that were merged into the one that is told apart go with it. */
    private void keepWithApart(Collection<History> others) {
        Map<Long, PersonMerge> pointers = new HashMap<>();
        others.forEach(other -> PersonMerge.of(other)
                .ifPresent(merge -> pointers.put(other.person().number(), merge)));
        for (History other : others) {
            PersonMerge merge = pointers.get(other.person().number());
            if (merge != null && other != apart && leadsToApart(merge, pointers)) {
                other.corrects(merge, merge.keptIn(apart.person().number()));
            }
        }
    }

    private boolean leadsToApart(@Nullable PersonMerge merge, Map<Long, PersonMerge> pointers) {
        long number = apart.person().number();
        for (PersonMerge next = merge; next != null; next = pointers.get(next.into())) {
            if (next.into() == number) {
                return true;
            }
        }
        return false;
    }

    private boolean cameOver(PersonRecord record) {
        return apart.kindsOf(record).stream()
                .anyMatch(kind ->
                        apart.ever(kind, record).stream().anyMatch(fact -> fact.isGivenUpAt(pointer.mergedAt())));
    }

    private List<Class<? extends Fact>> kinds() {
        return apart.kindsOf(apart.person()).stream()
                .filter(kind -> kind != PersonMerge.class)
                .toList();
    }

    private List<? extends Fact> takenOver(Class<? extends Fact> kind) {
        List<? extends Fact> taken = from.ever(kind, from.person()).stream()
                .filter(fact -> fact.isRecordedAt(pointer.mergedAt()))
                .toList();
        return from.believed(kind, from.person()).stream()
                .filter(fact -> taken.stream().anyMatch(fact::isLike))
                .toList();
    }
}
