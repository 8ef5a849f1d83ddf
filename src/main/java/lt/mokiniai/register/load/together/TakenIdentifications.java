package lt.mokiniai.register.load.together;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lt.mokiniai.register.load.together.Identification.Kind;
import lt.mokiniai.register.sql.Chunks;
import lt.mokiniai.register.students.writes.IdentityLocks;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks whether somebody in the register has what students are known by. */
@Component
public class TakenIdentifications {

    private static final String BELIEVED = " IN (:values) AND i.believed_until IS NULL";

    /** Who was merged into somebody leads to them by what they had. */
    private static final String MERGED = " FROM person_identity i JOIN person_merge v ON v.person_id = i.person_id"
            + " AND v.merged_at = i.believed_until AND v.believed_until IS NULL WHERE ";

    /** The certificate of which something is believed: it has a row with each in whose record it stood. */
    private static final String STANDS =
            " AND EXISTS (SELECT 1 FROM certificate_state s WHERE s.certificate_id = c.id AND s.believed_until IS NULL)";

    /** Each gives a value and the internal number of the person who has it. */
    private static final Map<Kind, List<String>> QUESTIONS = Map.of(
            Kind.CODE,
            List.of(
                    "SELECT i.personal_code, i.person_id FROM person_identity i WHERE i.personal_code" + BELIEVED,
                    "SELECT i.personal_code, v.kept_id" + MERGED + "i.personal_code IN (:values)"),
            Kind.FOREIGNER,
            List.of(
                    "SELECT i.foreigner_id, i.person_id FROM person_identity i WHERE i.foreigner_id" + BELIEVED,
                    "SELECT i.foreigner_id, v.kept_id" + MERGED + "i.foreigner_id IN (:values)"),
            Kind.STUDENT,
            List.of("SELECT p.register_id, p.id FROM person p WHERE p.register_id IN (:values)"),
            Kind.ENROLMENT,
            List.of("SELECT e.register_id, e.person_id FROM enrolment e JOIN enrolment_term t ON t.enrolment_id = e.id"
                    + " WHERE e.register_id IN (:values) AND t.believed_until IS NULL"),
            Kind.REGISTRATION,
            List.of("SELECT c.registration_number, c.person_id FROM certificate c"
                    + " WHERE c.registration_number IN (:values)" + STANDS),
            Kind.PAPER,
            List.of("SELECT c.series || '|' || c.document_number, c.person_id FROM certificate c"
                    + " WHERE c.series IN (:first) AND c.document_number IN (:second)" + STANDS),
            Kind.NAMES,
            List.of("SELECT i.name_key || '|' || TO_CHAR(i.birth_date, 'YYYY-MM-DD'), i.person_id"
                    + " FROM person_identity i WHERE i.birth_date IN (:days) AND i.name_key IN (:first)"
                    + " AND i.personal_code IS NULL AND i.foreigner_id IS NULL AND i.believed_until IS NULL"));

    private static final RowMapper<Having> HAVING = (row, number) -> new Having(row.getString(1), row.getLong(2));

    private final JdbcClient jdbc;
    private final IdentityLocks locks;

    TakenIdentifications(JdbcClient jdbc, IdentityLocks locks) {
        this.jdbc = jdbc;
        this.locks = locks;
    }

    private record Having(String value, long person) {}

    /** Locks them until the transaction ends: nobody is registered by them meanwhile. */
    public void lock(Collection<Identification> identifications) {
        locks.takeAll(identifications.stream()
                .filter(each -> each.kind() == Kind.CODE || each.kind() == Kind.FOREIGNER)
                .map(Identification::value)
                .toList());
    }

    /**
     * Gives those that somebody in the register has, other than the one whom they lead to.
     *
     * @param persons the internal numbers of those who are in the register, by their keys
     */
    public Set<Identification> of(Collection<Identification> identifications, Map<String, Long> persons) {
        Map<Kind, Map<String, Set<Long>>> having = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            Set<String> asked = identifications.stream()
                    .filter(each -> each.kind() == kind)
                    .map(Identification::value)
                    .collect(Collectors.toSet());
            having.put(kind, having(kind, asked));
        }
        Set<Identification> taken = new HashSet<>();
        for (Identification each : identifications) {
            Set<Long> others = new HashSet<>(
                    Objects.requireNonNull(having.get(each.kind())).getOrDefault(each.value(), Set.of()));
            others.remove(persons.get(each.owner()));
            if (!others.isEmpty()) {
                taken.add(each);
            }
        }
        return taken;
    }

    private Map<String, Set<Long>> having(Kind kind, Set<String> asked) {
        Map<String, Set<Long>> having = new HashMap<>();
        for (String question : Objects.requireNonNull(QUESTIONS.get(kind))) {
            Chunks.of(asked)
                    .forEach(some -> jdbc.sql(question)
                            .params(parameters(question, some))
                            .query(HAVING)
                            .list()
                            .forEach(each -> having.computeIfAbsent(each.value, value -> new HashSet<>())
                                    .add(each.person)));
        }
        return having;
    }

    /** The values, or their parts before and after the last bar. */
    private static Map<String, List<?>> parameters(String question, List<String> values) {
        if (question.contains(":values")) {
            return Map.of("values", values);
        }
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        for (String value : values) {
            int bar = value.lastIndexOf('|');
            first.add(value.substring(0, bar));
            second.add(value.substring(bar + 1));
        }
        return question.contains(":days")
                ? Map.of(
                        "first",
                        first,
                        "days",
                        second.stream().map(LocalDate::parse).toList())
                : Map.of("first", first, "second", second);
    }
}
