package lt.mokiniai.register.history;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import jakarta.persistence.metamodel.EntityType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Provenance;
import lt.mokiniai.register.history.Chronicle.Played;
import lt.mokiniai.register.times.OpenWrites;
import lt.mokiniai.register.times.OpenWrites.OpenWrite;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Repository;

/**
 * The one place where the register's facts are written, in the transaction of whoever calls. While something of a person is
 * changed, their row is locked: what is believed of them is looked at and changed by one at a time, and what is recorded
 * later has the later time, whichever node records it.
 */
@Repository
public class HistoryStore {

    private final EntityManager entities;
    private final OpenWrites openWrites;

    /** The names of the kinds of facts that end the record of a person. */
    private final List<String> ends;

    HistoryStore(EntityManager entities, OpenWrites openWrites) {
        this.entities = entities;
        this.openWrites = openWrites;
        this.ends = entities.getMetamodel().getEntities().stream()
                .filter(entity -> Fact.EndOfRecord.class.isAssignableFrom(entity.getJavaType()))
                .map(EntityType::getName)
                .toList();
    }

    /**
     * Changes what is believed of a person.
     *
     * @param person the register's internal number
     * @param provenance where it comes from
     * @throws EntityNotFoundException when there is no such person
     * @throws ExchangeException when it breaks rules; nothing is changed then
     * @throws ContradictionException when two facts would be believed that cannot both be true; nothing is changed then
     */
    public <T> T change(long person, Provenance provenance, Function<History, T> work) {
        return changeAll(List.of(person), provenance, histories -> work.apply(histories.of(person)));
    }

    /**
     * Changes what is believed of several persons, all of it or nothing. Their rows are locked in the order of their numbers:
     * two units of work that have persons in common wait for each other, and never one for the other both ways.
     *
     * @param persons the register's internal numbers
     * @param provenance where it comes from
     * @throws EntityNotFoundException when there is no such person
     * @throws ExchangeException when it breaks rules; nothing is changed then
     * @throws ContradictionException when two facts would be believed that cannot both be true; nothing is changed then
     */
    public <T> T changeAll(Collection<Long> persons, Provenance provenance, Function<Histories, T> work) {
        Map<Long, Person> locked = locked(new TreeSet<>(persons));
        Histories histories = new Histories(locked, new StoredRecordings(entities, locked.values()));
        return record(histories.all(), provenance, () -> {
            T done = work.apply(histories);
            // Also of who was not found, so that there is no history to look at.
            histories.requireUnbroken();
            return done;
        });
    }

    /**
     * Changes what is believed of each of several persons of whom the work breaks no rule, at one time; of the others nothing is
     * changed.
     *
     * @param persons the register's internal numbers
     * @param isTried nothing is recorded of anybody
     * @return the refusals, by person
     */
    public Map<Long, ExchangeException> changeEach(
            Collection<Long> persons, boolean isTried, Provenance provenance, BiConsumer<Long, History> work) {
        Map<Long, Person> locked = locked(new TreeSet<>(persons));
        StoredRecordings recordings = new StoredRecordings(entities, locked.values());
        Map<Long, ExchangeException> refused = new LinkedHashMap<>();
        List<History> changed = new ArrayList<>();
        locked.forEach((number, person) -> {
            History history = new History(person, recordings);
            try {
                work.accept(number, history);
                history.check();
                changed.add(history);
            } catch (ExchangeException refusal) {
                refused.put(number, refusal);
            }
        });
        return isTried ? refused : record(changed, provenance, () -> refused);
    }

    private Map<Long, Person> locked(SortedSet<Long> persons) {
        Map<Long, Person> locked = new LinkedHashMap<>();
        if (!persons.isEmpty()) {
            entities.createQuery("select p from Person p where p.id in :persons order by p.id", Person.class)
                    .setParameter("persons", persons)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultList()
                    .forEach(person -> locked.put(Objects.requireNonNull(person.id), person));
        }
        if (!locked.keySet().equals(persons)) {
            throw new EntityNotFoundException("no person has this number");
        }
        return locked;
    }

    /**
     * Registers a person of whom nothing is known yet.
     *
     * @param provenance where it comes from
     * @throws ExchangeException when it breaks rules; nothing is changed then
     * @throws ContradictionException when two facts would be believed that cannot both be true; nothing is changed then
     */
    public <T> T register(String registerId, Provenance provenance, Function<History, T> work) {
        History history = new History(new Person(registerId), History.NOTHING);
        history.adds(history.person());
        return record(List.of(history), provenance, () -> work.apply(history));
    }

    /**
     * Takes histories over as they came about elsewhere, at their own times. It is for a register that nobody reads yet.
     *
     * @throws ContradictionException when two facts of a history were believed that cannot both be true
     */
    public void load(Collection<Chronicle> chronicles) {
        chronicles.forEach(chronicle -> chronicle.play().recorded().forEach(entities::persist));
        entities.flush();
        entities.clear();
    }

    /**
     * Takes histories over as they came about elsewhere: what was recorded at a time of its own keeps that, the rest is recorded
     * now, as every write is.
     *
     * @param provenance where what is recorded now comes from
     */
    public void takeOver(Collection<Played> histories, Provenance provenance) {
        List<Played> open = histories.stream().filter(Played::isOpen).toList();
        Optional<OpenWrite> write = open.isEmpty() ? Optional.empty() : Optional.of(openWrites.begin());
        Instant now = open.stream()
                .map(each -> each.person().next(write.orElseThrow().recordedAt()))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        histories.forEach(each -> each.recordedBy(now, provenance).forEach(entities::persist));
        entities.flush();
        entities.clear();
        write.ifPresent(openWrites::settle);
    }

    /**
     * Gives chronicles of more that is to be taken over of persons, by their numbers. Their rows are locked.
     *
     * @param persons the register's internal numbers
     * @throws EntityNotFoundException when there is no such person
     */
    public Map<Long, Chronicle> more(Collection<Long> persons) {
        Map<Long, Chronicle> chronicles = new LinkedHashMap<>();
        locked(new TreeSet<>(persons)).forEach((number, person) -> chronicles.put(number, new Chronicle(person)));
        return chronicles;
    }

    /** Somebody ended the record of a person while the unit of work waited for their row: the message has to find them anew. */
    private void requireGoingOn(List<History> changed) {
        List<Person> persons = changed.stream()
                .filter(History::goesOnAfterItsEnd)
                .map(History::person)
                .filter(person -> person.id != null)
                .toList();
        boolean hasEnded = !persons.isEmpty()
                && ends.stream()
                        .anyMatch(end -> entities.createQuery(
                                                "select count(f) from " + end
                                                        + " f where f.person in :persons and f.believedUntil is null",
                                                Long.class)
                                        .setParameter("persons", persons)
                                        .getSingleResult()
                                > 0);
        if (hasEnded) {
            throw new ConcurrencyFailureException("the record of a person was ended at the same time");
        }
    }

    private <T> T record(Collection<History> histories, Provenance provenance, Supplier<T> work) {
        T done = work.get();
        // Before the write is announced: whoever catches this may commit what else they did.
        histories.forEach(History::check);
        List<History> changed =
                histories.stream().filter(history -> !history.isUnchanged()).toList();
        if (!changed.isEmpty()) {
            requireGoingOn(changed);
            changed.forEach(history -> history.comesFrom(provenance));
            OpenWrite write = openWrites.begin();
            Instant time = changed.stream()
                    .map(history -> history.person().next(write.recordedAt()))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            List<Recorded> added = changed.stream()
                    .flatMap(history -> history.record(time).stream())
                    .toList();
            // What is given up goes first, since a flush inserts before it updates, and a database looks at each
            // statement.
            entities.flush();
            added.forEach(entities::persist);
            entities.flush();
            openWrites.settle(write);
        }
        return done;
    }
}
