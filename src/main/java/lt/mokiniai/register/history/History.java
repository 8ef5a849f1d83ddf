package lt.mokiniai.register.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.Problem;
import lt.mokiniai.kernel.scope.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * What the register believes of one person, and what a unit of work changes in it: it asserts, ends and corrects facts.
 * All of it is recorded at one time, or nothing is.
 */
public final class History implements Findings {

    /** What is recorded: nothing, of a person whom the register does not know yet. */
    interface Recordings {

        /** Gives the facts that are believed. */
        default <F extends Fact> List<F> of(Class<F> kind, Recorded owner) {
            return List.of();
        }

        /** Gives what a person's facts are about. */
        default <R extends Recorded> List<R> owned(Class<R> kind, Person person) {
            return List.of();
        }

        /** Gives the facts that are or were believed. */
        default <F extends Fact> List<F> ever(Class<F> kind, Recorded owner) {
            return List.of();
        }

        /** The kinds of facts about owners of a class. */
        default List<Class<? extends Fact>> kindsOf(Recorded owner) {
            return List.of();
        }

        /** The kinds of what belongs to persons. */
        default List<Class<? extends PersonRecord>> kindsOfRecords() {
            return List.of();
        }
    }

    /** Of a person of whom nothing was recorded. */
    static final Recordings NOTHING = new Recordings() {};

    private record Kind(Class<? extends Fact> type, Recorded owner) {}

    private final Person person;
    private final Recordings recordings;
    private final Map<Kind, List<Fact>> believed = new HashMap<>();
    private final Set<Kind> changed = new LinkedHashSet<>();
    private final Set<Recorded> added = new LinkedHashSet<>();
    private final Set<Fact> givenUp = new LinkedHashSet<>();
    private final BrokenRules broken;
    private final Set<String> overruled = new LinkedHashSet<>();

    @Nullable
    private String reason;

    History(Person person, Recordings recordings) {
        this(person, recordings, new BrokenRules());
    }

    /** @param broken where rules that are broken are told, of this history and of those that are changed with it */
    History(Person person, Recordings recordings, BrokenRules broken) {
        this.person = person;
        this.recordings = recordings;
        this.broken = broken;
    }

    /** Whose history it is. */
    public Person person() {
        return person;
    }

    /**
     * Gives the facts of a kind that are believed of an owner: the person, or an enrolment or certificate of theirs.
     *
     * @return in the order of their days
     */
    public <F extends Fact> List<F> believed(Class<F> kind, Recorded owner) {
        return facts(kind, owner).stream()
                .sorted(Comparator.comparing(fact -> fact.term().from()))
                .map(kind::cast)
                .toList();
    }

    /** Gives the facts of a kind that were believed of an owner before the unit of work. */
    public <F extends Fact> List<F> recorded(Class<F> kind, Recorded owner) {
        return owner.isNew() ? List.of() : recordings.of(kind, owner);
    }

    /** Gives the facts of a kind that were ever believed of an owner, before the unit of work. */
    public <F extends Fact> List<F> ever(Class<F> kind, Recorded owner) {
        return owner.isNew() ? List.of() : recordings.ever(kind, owner);
    }

    /** The kinds of facts that there are about what an owner is: a person, an enrolment, a certificate. */
    public List<Class<? extends Fact>> kindsOf(Recorded owner) {
        return recordings.kindsOf(owner);
    }

    /** Gives all that belongs to the person, of whatever kind, also where nothing is believed of it. */
    public List<PersonRecord> records() {
        return recordings.kindsOfRecords().stream()
                .<PersonRecord>flatMap(kind -> owned(kind).stream())
                .toList();
    }

    /** Adds what facts can be about: an enrolment, a certificate. */
    public <R extends Recorded> R adds(R owner) {
        added.add(owner);
        return owner;
    }

    /** Gives what of a kind the person's facts are about, and what the unit of work added to it. */
    public <R extends Recorded> List<R> owned(Class<R> kind) {
        List<R> owners = new ArrayList<>(recordings.owned(kind, person));
        added.stream().filter(kind::isInstance).map(kind::cast).forEach(owners::add);
        return owners;
    }

    /**
     * Asserts that a fact holds. Where one that says the same was given up in the same unit of work, that one is believed
     * on, and nothing is changed.
     *
     * @return the fact that is believed
     */
    public <F extends Fact> F asserts(F fact, Term term) {
        fact.holdDuring(term);
        Optional<Fact> same = givenUp.stream().filter(fact::isLike).findFirst();
        if (same.isPresent()) {
            givenUp.remove(same.get());
            facts(fact).add(same.get());
            return like(same.get());
        }
        added.add(fact);
        facts(fact).add(fact);
        changed.add(kind(fact));
        return fact;
    }

    /** Tells whether something is believed of some days that cannot be true beside a fact. */
    public boolean contradicts(Fact fact, Term term) {
        fact.holdDuring(term);
        return facts(fact).stream().anyMatch(fact::excludes);
    }

    /** Tells whether an institution recorded what is believed, since a time; or whether this unit of work did. */
    public boolean isRecordedBy(String institution, Instant since, Fact fact) {
        return fact.isNew()
                || (fact.isRecordedSince(since)
                        && owned(PersonWrite.class).stream()
                                .anyMatch(
                                        write -> write.institution.equals(institution) && write.isRecordedWith(fact)));
    }

    /** Gives up a fact: it never held. */
    public void strikes(Fact fact) {
        if (!facts(fact).remove(fact)) {
            throw new IllegalArgumentException("a fact is not believed");
        }
        if (!added.remove(fact)) {
            givenUp.add(fact);
        }
        changed.add(kind(fact));
    }

    /** Corrects a fact: what it said never held, and the other did on the same days. */
    public <F extends Fact> F corrects(F wrong, F right) {
        strikes(wrong);
        return asserts(right, wrong.term());
    }

    /** Corrects the days on which a fact holds, and gives the fact as it is believed now. */
    public <F extends Fact> F dates(F fact, Term term) {
        strikes(fact);
        return asserts(same(fact), term);
    }

    /** Ends a fact, and gives it as it is believed now. */
    public <F extends Fact> F ends(F fact, LocalDate last) {
        return dates(fact, fact.term().until(last));
    }

    /** Ends a fact on the day before another holds in its place, which does for as long as the first would have. */
    public <F extends Fact> F changes(F before, F after, LocalDate day) {
        Term term = before.term();
        ends(before, day.minusDays(1));
        return asserts(after, new Term(day, term.to()));
    }

    /** Tells why something is corrected (code list CORRECTION_REASON). */
    public void becauseOf(String correctionReason) {
        reason = correctionReason;
    }

    /** Tells of a warning that a person saw and overruled. */
    public void overrules(ExchangeError warning) {
        overruled.add(warning.code());
    }

    /** Adds where all of it comes from. */
    void comesFrom(Provenance provenance) {
        adds(new PersonWrite(person, provenance, reason, overruled.isEmpty() ? null : String.join(" ", overruled)));
    }

    @Override
    public void breaks(Problem problem) {
        broken.breaks(problem);
    }

    /**
     * Demands that no rule was broken up to now.
     *
     * @throws ExchangeException that tells all that were
     */
    public void requireUnbroken() {
        broken.requireNone();
    }

    /**
     * Looks whether what was added can be true, together with what is believed.
     *
     * @throws ExchangeException when a rule was broken
     * @throws ContradictionException when two facts would be believed that cannot both be
     */
    void check() {
        requireUnbroken();
        changed.forEach(kind -> check(facts(kind.type(), kind.owner())));
    }

    /**
     * Records what was changed.
     *
     * @return what was added, in its order
     */
    Collection<Recorded> record(Instant time) {
        added.forEach(recorded -> recorded.recordAt(time));
        givenUp.forEach(fact -> fact.believeUntil(time));
        List<Recorded> recorded = List.copyOf(added);
        added.clear();
        givenUp.clear();
        changed.clear();
        person.recordedLastAt(time);
        return recorded;
    }

    /** Tells whether there is nothing to record. */
    public boolean isUnchanged() {
        return added.isEmpty() && givenUp.isEmpty();
    }

    /** Tells whether something is recorded although the record of the person has ended. */
    boolean goesOnAfterItsEnd() {
        return givenUp.stream().noneMatch(Fact.EndOfRecord.class::isInstance)
                && added.stream().anyMatch(each -> !(each instanceof Fact.EndOfRecord));
    }

    private void check(List<Fact> facts) {
        for (Fact fact : facts) {
            if (added.contains(fact) && facts.stream().anyMatch(other -> other != fact && fact.excludes(other))) {
                throw new ContradictionException(fact.getClass());
            }
        }
    }

    private List<Fact> facts(Class<? extends Fact> type, Recorded owner) {
        return believed.computeIfAbsent(new Kind(type, owner), kind -> new ArrayList<>(recorded(type, owner)));
    }

    private List<Fact> facts(Fact fact) {
        return facts(fact.getClass(), fact.owner());
    }

    private static Kind kind(Fact fact) {
        return new Kind(fact.getClass(), fact.owner());
    }

    private static <F extends Fact> F same(F fact) {
        return like(fact.again());
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <F extends Fact> F like(Fact fact) {
        return (F) fact;
    }
}
