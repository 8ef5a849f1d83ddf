package lt.mokiniai.register.students.merging;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lt.mokiniai.register.sql.Chunks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbers of the persons whose rows a merge has to lock. */
@Component
class MergedPersons {

    private final JdbcClient jdbc;

    MergedPersons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives persons, and all that were merged into one of them. */
    Set<Long> with(Collection<Long> persons) {
        Set<Long> all = new TreeSet<>(persons);
        Chunks.of(persons)
                .forEach(chunk -> all.addAll(jdbc.sql("SELECT person_id FROM person_merge"
                                + " WHERE believed_until IS NULL AND kept_id IN (:kept)")
                        .param("kept", chunk)
                        .query(Long.class)
                        .list()));
        return all;
    }

    /** Gives the internal number of a person. */
    long number(String registerId) {
        return jdbc.sql("SELECT id FROM person WHERE register_id = :registerId")
                .param("registerId", registerId)
                .query(Long.class)
                .single();
    }

    /** Gives into which person one was merged; nothing of one who was not. */
    Optional<Long> kept(long person) {
        return jdbc.sql("SELECT kept_id FROM person_merge WHERE believed_until IS NULL AND person_id = :person")
                .param("person", person)
                .query(Long.class)
                .optional();
    }
}
