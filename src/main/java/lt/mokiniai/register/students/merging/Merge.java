package lt.mokiniai.register.students.merging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.kernel.PersonalCode;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.history.Attribution;
import lt.mokiniai.register.history.Fact;
import lt.mokiniai.register.history.Histories;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.PersonRecord;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.students.facts.PersonIdentity;
import lt.mokiniai.register.students.facts.PersonMerge;
import lt.mokiniai.register.students.facts.PersonRestriction;
import org.jspecify.annotations.Nullable;

/**
 * Merges one record into another: all that is believed of it is given up, and its enrolments and certificates are asserted of
 * the other. So what was known before is told as it was, and what is known now stands with the other record alone. What the kept
 * record says of the person stays; what it does not say, it takes over.
 *
 * @param kept the one that is kept
 * @param merged the one that is merged into it
 */
record Merge(History kept, History merged) {

    /**
     * Says which of two records is kept: the one that has a personal code; where both or none have, the one that the decider
     * names, or the older one.
     *
     * @param keep the register id that the decider names
     */
    static Merge of(Histories histories, History one, History other, @Nullable String keep) {
        boolean isFree = PersonIdentity.hasCode(one) == PersonIdentity.hasCode(other);
        boolean keepsOne = isFree
                ? keep == null
                        ? one.person().isOlderThan(other.person())
                        : keep.equals(one.person().registerId())
                : PersonIdentity.hasCode(one);
        Merge merge = keepsOne ? new Merge(one, other) : new Merge(other, one);
        histories.requires(
                keep == null || keep.equals(merge.kept.person().registerId()), "keep", ExchangeError.KEPT_BY_RULE);
        return merge;
    }

    /** Gives in what the two differ, and what keeps them from being merged. */
    List<Conflict> conflicts(Collection<MergeObstacle> obstacles) {
        List<Conflict> conflicts = new ArrayList<>();
        Set<PersonalCode> codes = codes(kept);
        if (!codes.isEmpty() && !codes(merged).isEmpty() && Collections.disjoint(codes, codes(merged))) {
            conflicts.add(Conflict.against("identity/personalCode", ExchangeError.DIFFERENT_CODES));
        }
        last(kept)
                .forEach(identity -> last(merged)
                        .forEach(other -> identity.differsFrom(other).stream()
                                .map(item -> "identity/" + item)
                                .filter(path -> conflicts.stream()
                                        .noneMatch(conflict -> conflict.path().equals(path)))
                                .map(Conflict::differing)
                                .forEach(conflicts::add)));
        for (Class<? extends Fact> kind : kinds()) {
            List<? extends Fact> facts = kept.believed(kind, kept.person());
            List<? extends Fact> others = merged.believed(kind, merged.person());
            if (isGroup(kind) && !facts.isEmpty() && !others.isEmpty() && !sayTheSame(facts, others)) {
                conflicts.add(Conflict.differing(pathOf(kind)));
            }
        }
        obstacles.forEach(obstacle -> conflicts.addAll(obstacle.between(kept, merged)));
        goingOver().stream()
                .filter(record -> kept.records().stream()
                        .anyMatch(each -> each.isSameAs(record) && each.isAnythingBelieved(kept)))
                .map(record -> Conflict.against(record.kind(), ExchangeError.HELD_BY_BOTH))
                .forEach(conflicts::add);
        return conflicts;
    }

    /** Gives the groups of data that the kept record takes over. */
    Set<String> takenOver() {
        Set<String> taken = new TreeSet<>();
        kinds().stream().filter(this::takesOver).map(Merge::pathOf).forEach(taken::add);
        if (restrictions().stream()
                .anyMatch(restriction -> !uncovered(restriction).isEmpty())) {
            taken.add(pathOf(PersonRestriction.class));
        }
        return taken;
    }

    /** Gives the records that go over: all of which something is believed. */
    List<PersonRecord> goingOver() {
        return merged.records().stream()
                .filter(each -> each.isAnythingBelieved(merged))
                .toList();
    }

    /**
     * Merges the two.
     *
     * @param others the histories of those that were merged into the one that is merged now, among others
     */
    void carryOut(String reason, Collection<History> others) {
        Attribution attribution = new Attribution(merged, kept);
        attribution.move(goingOver());
        LocalDate since = merged.believed(PersonIdentity.class, merged.person()).stream()
                .map(identity -> identity.term().from())
                .findFirst()
                .orElse(LocalDate.EPOCH);
        for (PersonRestriction restriction : restrictions()) {
            uncovered(restriction).forEach(days -> attribution.copy(restriction, kept.person(), days));
        }
        for (Class<? extends Fact> kind : kinds()) {
            boolean takesOver = takesOver(kind);
            for (Fact fact : merged.believed(kind, merged.person())) {
                if (takesOver) {
                    attribution.move(fact, kept.person());
                } else {
                    merged.strikes(fact);
                }
            }
        }
        merged.asserts(new PersonMerge(merged.person(), kept.person(), reason), Term.since(since));
        for (History other : others) {
            PersonMerge.of(other)
                    .filter(pointer -> pointer.kept() == merged.person().number())
                    .ifPresent(pointer ->
                            other.corrects(pointer, pointer.keptIn(kept.person().number())));
        }
    }

    private List<Class<? extends Fact>> kinds() {
        return merged.kindsOf(merged.person());
    }

    private boolean takesOver(Class<? extends Fact> kind) {
        return kind != PersonRestriction.class
                && kept.believed(kind, kept.person()).isEmpty()
                && !merged.believed(kind, merged.person()).isEmpty();
    }

    /** Restrictions of both stand, and an identity is compared by its items. */
    private static boolean isGroup(Class<? extends Fact> kind) {
        return kind != PersonIdentity.class && kind != PersonRestriction.class;
    }

    /** What protects a person is never lost: all restrictions of the merged record are taken over. */
    private List<PersonRestriction> restrictions() {
        return merged.believed(PersonRestriction.class, merged.person());
    }

    private List<Term> uncovered(PersonRestriction restriction) {
        return uncovered(restriction, kept);
    }

    /** Gives the days of a restriction on which a history knows of none of its kind. */
    static List<Term> uncovered(PersonRestriction restriction, History history) {
        return restriction
                .term()
                .without(history.believed(PersonRestriction.class, history.person()).stream()
                        .filter(other -> other.kind().equals(restriction.kind()))
                        .map(Fact::term)
                        .toList());
    }

    /** How a group of data is called, by the kind of its facts. */
    static String pathOf(Class<? extends Fact> kind) {
        String name = kind.getSimpleName().substring("Person".length());
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static boolean sayTheSame(List<? extends Fact> facts, List<? extends Fact> others) {
        return facts.size() == others.size()
                && facts.stream()
                        .allMatch(fact -> others.stream()
                                .anyMatch(other ->
                                        fact.saysAs(other) && fact.term().equals(other.term())));
    }

    private static Set<PersonalCode> codes(History history) {
        return history.believed(PersonIdentity.class, history.person()).stream()
                .flatMap(identity -> Stream.ofNullable(identity.personalCode()))
                .collect(Collectors.toSet());
    }

    private static List<PersonIdentity> last(History history) {
        List<PersonIdentity> identities = history.believed(PersonIdentity.class, history.person());
        return identities.isEmpty() ? List.of() : List.of(identities.get(identities.size() - 1));
    }
}
