package lt.mokiniai.register.enrolments.registrations;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds students who were registered and of whom no enrolment is believed: one that was struck never was, and whose registration was struck is no student. A school that
 * registers and does not enrol has looked for a person, or made a mistake (docs/quickstart-operator.md, 'Students who are not
 * enrolled').
 */
public final class NotEnrolledStudents {

    private static final String NEVER_ENROLLED = """
            p.recorded_at < ? AND EXISTS (SELECT 1 FROM person_identity i WHERE i.person_id = p.id
                AND i.believed_until IS NULL) AND NOT EXISTS (SELECT 1 FROM enrolment e
                JOIN enrolment_term t ON t.enrolment_id = e.id WHERE e.person_id = p.id AND t.believed_until IS NULL)
                AND NOT EXISTS (SELECT 1 FROM person_merge m WHERE m.person_id = p.id AND m.believed_until IS NULL)
            """;

    private final JdbcClient jdbc;

    /** @param jdbc statements of the register's database */
    public NotEnrolledStudents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A registration that no enrolment followed.
     *
     * @param registerId the student's register id
     * @param registeredAt when they were registered
     * @param institution the institution that did; nothing where they were taken over from elsewhere
     */
    public record Registration(String registerId, Instant registeredAt, Optional<String> institution) {}

    /**
     * Gives those who were registered before a time, the earliest first.
     *
     * @param most how many at the most
     */
    public List<Registration> before(Instant time, int most) {
        return jdbc.sql("SELECT p.register_id, p.recorded_at, w.institution FROM person p"
                        + " LEFT JOIN person_write w ON w.person_id = p.id AND w.recorded_at = p.recorded_at WHERE "
                        + NEVER_ENROLLED + " ORDER BY p.recorded_at, p.id FETCH FIRST " + most + " ROWS ONLY")
                .param(time.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Registration(
                        row.getString("register_id"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getString("institution"))))
                .list();
    }

    /**
     * Counts those who were registered before a time.
     *
     * @param most the count ends there
     */
    public int count(Instant time, int most) {
        return jdbc.sql("SELECT COUNT(*) FROM (SELECT p.id FROM person p WHERE " + NEVER_ENROLLED + " FETCH FIRST "
                        + most + " ROWS ONLY) found")
                .param(time.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }
}
