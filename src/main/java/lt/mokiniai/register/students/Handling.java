package lt.mokiniai.register.students;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lt.mokiniai.kernel.scope.Fields;
import lt.mokiniai.register.sql.Chunks;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.sql.Select;
import lt.mokiniai.register.times.ReadTimes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a recipient must not pass on about a student. It is the same under every kind of disclosure restriction, so that it
 * does not tell the kind, which can be the secret itself (docs/register.md, 'Disclosure restriction').
 */
@Component
public class Handling {

    /** Codes of the list HANDLING. */
    private static final List<String> OF_THE_RESTRICTED = List.of("RESIDENCE", "SCHOOL", "GUARDIANS");

    private final JdbcClient jdbc;
    private final ReadTimes times;

    Handling(JdbcClient jdbc, ReadTimes times) {
        this.jdbc = jdbc;
        this.times = times;
    }

    /**
     * Gives what must not be passed on about a person; nothing where no restriction stands today.
     *
     * @param fields what may be shown below the element that it stands in; where that is no handling, nothing is asked
     */
    public List<String> of(DisclosedPerson person, Fields fields) {
        return of(List.of(person), fields).getOrDefault(person.id(), List.of());
    }

    /**
     * Tells whether residence, school and guardians of a person are withheld: a restriction stands today that a contract does
     * not name.
     *
     * @param person the internal number
     * @param named the kinds of restriction that it names
     */
    public boolean withholds(long person, Set<String> named) {
        return !restricted(List.of(person), named).isEmpty();
    }

    /**
     * Gives what must not be passed on about persons, by their internal numbers: of those under any restriction today, as
     * known now.
     *
     * @param fields what may be shown below the element that it stands in; where that is no handling, nothing is asked
     */
    public Map<Long, List<String>> of(Collection<DisclosedPerson> persons, Fields fields) {
        Map<Long, List<String>> told = new HashMap<>();
        if (!fields.allows("handling")) {
            return told;
        }
        Chunks.of(persons.stream().map(DisclosedPerson::id).toList())
                .forEach(chunk -> restricted(chunk, Set.of()).forEach(person -> told.put(person, OF_THE_RESTRICTED)));
        return told;
    }

    private List<Long> restricted(Collection<Long> persons, Set<String> named) {
        return Select.of(FoundPerson.ID)
                .from("person p")
                .where(PopulationRule.restricted(new Conditions(), named, times.present())
                        .andIn("p.id", "ids", persons)
                        .and(PopulationRule.RESTRICTED))
                .list(jdbc, row -> row.get(FoundPerson.ID));
    }
}
