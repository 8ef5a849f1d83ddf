package lt.mokiniai.register.load;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lt.mokiniai.register.load.Identification.Kind;
import lt.mokiniai.register.sql.Chunks;
import lt.mokiniai.register.students.writes.IdentityLocks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks whether somebody in the register has what new students are known by. */
@Component
class TakenIdentifications {

    private static final String BELIEVED = " IN (:values) AND i.believed_until IS NULL";

    /** Who was merged into somebody leads to them by what they had. */
    private static final String MERGED = " FROM person_identity i JOIN person_merge v ON v.person_id = i.person_id"
            + " AND v.merged_at = i.believed_until AND v.believed_until IS NULL WHERE ";

    private static final Map<Kind, List<String>> QUESTIONS = Map.of(
            Kind.CODE,
            List.of(
                    "SELECT i.personal_code FROM person_identity i WHERE i.personal_code" + BELIEVED,
                    "SELECT i.personal_code" + MERGED + "i.personal_code IN (:values)"),
            Kind.FOREIGNER,
            List.of(
                    "SELECT i.foreigner_id FROM person_identity i WHERE i.foreigner_id" + BELIEVED,
                    "SELECT i.foreigner_id" + MERGED + "i.foreigner_id IN (:values)"),
            Kind.STUDENT,
            List.of("SELECT p.register_id FROM person p WHERE p.register_id IN (:values)"),
            Kind.ENROLMENT,
            List.of("SELECT e.register_id FROM enrolment e JOIN enrolment_term t ON t.enrolment_id = e.id"
                    + " WHERE e.register_id IN (:values) AND t.believed_until IS NULL"));

    private final JdbcClient jdbc;
    private final IdentityLocks locks;

    TakenIdentifications(JdbcClient jdbc, IdentityLocks locks) {
        this.jdbc = jdbc;
        this.locks = locks;
    }

    /** Locks them until the transaction ends: nobody is registered by them meanwhile. */
    void lock(Collection<Identification> identifications) {
        locks.takeAll(identifications.stream()
                .filter(each -> each.kind() == Kind.CODE || each.kind() == Kind.FOREIGNER)
                .map(Identification::value)
                .toList());
    }

    /** Gives those that somebody in the register has. */
    Set<Identification> of(Collection<Identification> identifications) {
        Map<Kind, Set<String>> taken = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            Set<String> asked = new HashSet<>();
            identifications.stream().filter(each -> each.kind() == kind).forEach(each -> asked.add(each.value()));
            Set<String> found = new HashSet<>();
            for (String question : Objects.requireNonNull(QUESTIONS.get(kind))) {
                Chunks.of(asked)
                        .forEach(some -> found.addAll(jdbc.sql(question)
                                .param("values", some)
                                .query(String.class)
                                .list()));
            }
            taken.put(kind, found);
        }
        Set<Identification> all = new HashSet<>();
        identifications.stream()
                .filter(each -> Objects.requireNonNull(taken.get(each.kind())).contains(each.value()))
                .forEach(all::add);
        return all;
    }
}
