package lt.mokiniai.register.history;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the database holds of the persons whose rows a unit of work has locked. A kind is read once for all of them, however
 * many they are.
 */
final class StoredRecordings implements History.Recordings {

    private final EntityManager entities;
    private final Collection<Person> persons;

    /** What the persons own, by kind. */
    private final Map<Class<?>, Map<Person, List<Recorded>>> owned = new HashMap<>();

    /** What is believed, by kind and by the class of its owners. */
    private final Map<Kind, Map<Recorded, List<Fact>>> believed = new HashMap<>();

    private record Kind(Class<?> fact, Class<?> owner) {}

    StoredRecordings(EntityManager entities, Collection<Person> persons) {
        this.entities = entities;
        this.persons = persons;
    }

    @Override
    public <F extends Fact> List<F> of(Class<F> kind, Recorded owner) {
        Collection<? extends Recorded> likes = likes(owner);
        if (likes.stream().noneMatch(each -> each == owner)) {
            return read(kind, List.of(owner));
        }
        return believed
                .computeIfAbsent(new Kind(kind, owner.getClass()), absent -> byOwner(read(kind, likes)))
                .getOrDefault(owner, List.of())
                .stream()
                .map(kind::cast)
                .toList();
    }

    @Override
    public <R extends Recorded> List<R> owned(Class<R> kind, Person person) {
        return owned.computeIfAbsent(kind, absent -> owners(kind)).getOrDefault(person, List.of()).stream()
                .map(kind::cast)
                .toList();
    }

    @Override
    public <F extends Fact> List<F> ever(Class<F> kind, Recorded owner) {
        String query = "select f from %s f where f.%s = :owner order by f.validFrom, f.id"
                .formatted(nameOf(kind), ownerOf(owner));
        return entities.createQuery(query, kind).setParameter("owner", owner).getResultList();
    }

    @Override
    public List<Class<? extends Fact>> kindsOf(Recorded owner) {
        String field = ownerOf(owner);
        return entities.getMetamodel().getEntities().stream()
                .filter(kind -> Fact.class.isAssignableFrom(kind.getJavaType()))
                .filter(kind -> kind.getAttributes().stream()
                        .anyMatch(attribute -> attribute.getName().equals(field)))
                .<Class<? extends Fact>>map(kind -> kind.getJavaType().asSubclass(Fact.class))
                .sorted(Comparator.comparing(Class::getName))
                .toList();
    }

    @Override
    public List<Class<? extends PersonRecord>> kindsOfRecords() {
        return entities.getMetamodel().getEntities().stream()
                .filter(kind -> PersonRecord.class.isAssignableFrom(kind.getJavaType()))
                .<Class<? extends PersonRecord>>map(kind -> kind.getJavaType().asSubclass(PersonRecord.class))
                .sorted(Comparator.comparing(Class::getName))
                .toList();
    }

    private <F extends Fact> List<F> read(Class<F> kind, Collection<? extends Recorded> owners) {
        String query = "select f from %s f where f.%s in :owners and f.believedUntil is null"
                .formatted(nameOf(kind), ownerOf(owners.iterator().next()));
        return entities.createQuery(query, kind).setParameter("owners", owners).getResultList();
    }

    private static Map<Recorded, List<Fact>> byOwner(List<? extends Fact> facts) {
        Map<Recorded, List<Fact>> byOwner = new HashMap<>();
        facts.forEach(fact -> byOwner.computeIfAbsent(fact.owner(), first -> new ArrayList<>())
                .add(fact));
        return byOwner;
    }

    /** Gives those that are read together with an owner: all of its class that the persons own, as far as they were read. */
    private Collection<? extends Recorded> likes(Recorded owner) {
        return owner instanceof Person
                ? persons
                : owned.getOrDefault(owner.getClass(), Map.of()).values().stream()
                        .flatMap(List::stream)
                        .toList();
    }

    private <R extends Recorded> Map<Person, List<Recorded>> owners(Class<R> kind) {
        Map<Person, List<Recorded>> byPerson = new HashMap<>();
        Map<Long, Person> byNumber = new HashMap<>();
        persons.forEach(person -> {
            byPerson.put(person, new ArrayList<>());
            byNumber.put(person.id, person);
        });
        // By their numbers: the persons are here, and a join would have the database look for them once more.
        entities.createQuery(
                        "select o.person.id, o from %s o where o.person in :persons order by o.id"
                                .formatted(nameOf(kind)),
                        Object[].class)
                .setParameter("persons", persons)
                .getResultList()
                .forEach(row -> byPerson.getOrDefault(byNumber.get((Long) row[0]), new ArrayList<>())
                        .add((Recorded) row[1]));
        return byPerson;
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
