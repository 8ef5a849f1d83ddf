package lt.mokiniai.register.students;

import static lt.mokiniai.register.sql.Column.number;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lt.mokiniai.register.sql.Chunks;
import lt.mokiniai.register.sql.Column;
import lt.mokiniai.register.sql.Select;
import lt.mokiniai.register.times.FactConditions;
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

    private static final Column<Long> PERSON = number("f.person_id");

    private final JdbcClient jdbc;
    private final ReadTimes times;

    Handling(JdbcClient jdbc, ReadTimes times) {
        this.jdbc = jdbc;
        this.times = times;
    }

    /** Gives what must not be passed on about a person; nothing where no restriction stands today. */
    public List<String> of(DisclosedPerson person) {
        return restricted(List.of(person)).isEmpty() ? List.of() : OF_THE_RESTRICTED;
    }

    /** Gives what must not be passed on about a person of those. */
    public static List<String> of(DisclosedPerson person, Set<Long> restricted) {
        return restricted.contains(person.id()) ? OF_THE_RESTRICTED : List.of();
    }

    /** Gives the internal numbers of those under any restriction today, as known now. */
    public Set<Long> restricted(Collection<DisclosedPerson> persons) {
        Set<Long> restricted = new HashSet<>();
        Chunks.of(persons.stream().map(DisclosedPerson::id).toList())
                .forEach(chunk -> Select.of(PERSON)
                        .distinct()
                        .from("person_restriction f")
                        .where(FactConditions.asOf(times.present())
                                .andIn("f.person_id", "ids", chunk)
                                .and(FactConditions.holds("f")))
                        .forEach(jdbc, row -> restricted.add(row.get(PERSON))));
        return restricted;
    }
}
