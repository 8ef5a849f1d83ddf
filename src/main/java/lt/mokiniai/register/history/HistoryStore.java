package lt.mokiniai.register.history;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Provenance;
import lt.mokiniai.register.times.OpenWrites;
import lt.mokiniai.register.times.OpenWrites.OpenWrite;
import org.springframework.stereotype.Repository;

/**
 * The one place where the register's facts are written, in the transaction of whoever calls. While something of a person is
 * changed, their row is locked: what is believed of them is looked at and changed by one at a time, and what is recorded
 * later has the later time, whichever node records it.
 */
@Repository
public class HistoryStore {

    private final EntityManager entities;
    private final History.Recordings recordings;
    private final OpenWrites openWrites;

    HistoryStore(EntityManager entities, OpenWrites openWrites) {
        this.entities = entities;
        this.recordings = new Stored(entities);
        this.openWrites = openWrites;
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
        Person locked = entities.find(Person.class, person, LockModeType.PESSIMISTIC_WRITE);
        if (locked == null) {
            throw new EntityNotFoundException("no person has this number");
        }
        return record(new History(locked, recordings), provenance, work);
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
        return record(history, provenance, work);
    }

    /**
     * Takes histories over as they came about elsewhere, at their own times. It is for a register that nobody reads yet.
     *
     * @throws ContradictionException when two facts of a history were believed that cannot both be true
     */
    public void load(Collection<Chronicle> chronicles) {
        chronicles.forEach(chronicle -> chronicle.play().forEach(entities::persist));
        entities.flush();
        entities.clear();
    }

    private <T> T record(History history, Provenance provenance, Function<History, T> work) {
        T done = work.apply(history);
        // Before the write is announced: whoever catches this may commit what else they did.
        history.check();
        if (!history.isUnchanged()) {
            history.comesFrom(provenance);
            OpenWrite write = openWrites.begin();
            Collection<Recorded> added = history.record(history.person().next(write.recordedAt()));
            // What is given up goes first, since a flush inserts before it updates, and a database looks at each
            // statement.
            entities.flush();
            added.forEach(entities::persist);
            entities.flush();
            openWrites.settle(write);
        }
        return done;
    }

    /** What the database holds. */
    private record Stored(EntityManager entities) implements History.Recordings {

        @Override
        public <F extends Fact> List<F> of(Class<F> kind, Recorded owner) {
            return entities.createQuery(
                            "select f from %s f where f.%s = :owner and f.believedUntil is null"
                                    .formatted(nameOf(kind), ownerOf(owner)),
                            kind)
                    .setParameter("owner", owner)
                    .getResultList();
        }

        @Override
        public <R extends Recorded> List<R> owned(Class<R> kind, Person person) {
            return entities.createQuery(
                            "select o from %s o where o.person = :person order by o.id".formatted(nameOf(kind)), kind)
                    .setParameter("person", person)
                    .getResultList();
        }

        private String nameOf(Class<?> kind) {
            return entities.getMetamodel().entity(kind).getName();
        }

        /** The field of a fact that holds its owner bears the name of the owner's class. */
        private static String ownerOf(Recorded owner) {
            String name = owner.getClass().getSimpleName();
            return Character.toLowerCase(name.charAt(0)) + name.substring(1);
        }
    }
}
