package lt.mokiniai.register.enrolments.turn;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the enrolments of 1 September that the turn of the school year left behind (docs/operator/year-turn.md, 'What is
 * listed').
 */
public final class StandingEnrolments {

    private static final MonthDay FIRST_DAY = MonthDay.of(9, 1);

    /** Who begins a class from here on begins one of the school year that follows. */
    private static final MonthDay FIRST_OF_NEXT = MonthDay.of(8, 1);

    private static final String OPEN = """
            enrolment e JOIN enrolment_term t ON t.enrolment_id = e.id AND t.believed_until IS NULL
            JOIN institution k ON k.code = e.institution
            """;

    private static final String FOUND = """
            SELECT e.register_id, e.institution, k.name, s.class_level, t.valid_from,
                CASE WHEN k.deregistered < :first THEN 'CLOSED_SCHOOL' WHEN t.expected_end < :first THEN 'END_EXPECTED'
                    ELSE 'NOT_PROMOTED' END AS reason
            FROM %s
            LEFT JOIN enrolment_stage s ON s.enrolment_id = e.id AND s.believed_until IS NULL
                AND s.valid_from <= :first AND (s.valid_to IS NULL OR s.valid_to >= :first)
            WHERE t.valid_from <= :first AND (t.valid_to IS NULL OR t.valid_to >= :first)
                AND (k.deregistered < :first OR t.expected_end < :first
                    OR (s.class_level IS NOT NULL AND s.valid_from < :next AND NOT EXISTS (
                        SELECT 1 FROM enrolment_stage l WHERE l.enrolment_id = e.id AND l.believed_until IS NULL
                            AND l.valid_from > :first AND l.class_level <> s.class_level)))
            """.formatted(OPEN);

    private final JdbcClient jdbc;

    /** @param jdbc statements of the register's database */
    public StandingEnrolments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How many enrolments of a school were left behind.
     *
     * @param institution its code
     * @param counts by reason; a reason that none has is not in it
     */
    public record School(String institution, String name, Map<LeftBehind, Integer> counts) {

        /** How many for a reason. */
        public int count(LeftBehind reason) {
            return counts.getOrDefault(reason, 0);
        }
    }

    /**
     * An enrolment that was left behind.
     *
     * @param classLevel on 1 September; nothing where the programme has none
     * @param since the first day of the enrolment
     */
    public record Standing(String enrolmentId, LeftBehind reason, Optional<Integer> classLevel, LocalDate since) {}

    /**
     * Counts what was left behind by school, in the order of their codes.
     *
     * @param year whose 1 September it is
     */
    public List<School> schools(int year) {
        Map<String, School> schools = new LinkedHashMap<>();
        asked(
                        "SELECT f.institution, f.name, f.reason, COUNT(*) AS found FROM (" + FOUND
                                + ") f GROUP BY f.institution, f.name, f.reason ORDER BY f.institution",
                        year)
                .query(row -> {
                    String institution = row.getString("institution");
                    String name = row.getString("name");
                    schools.computeIfAbsent(
                                    institution, code -> new School(code, name, new EnumMap<>(LeftBehind.class)))
                            .counts()
                            .put(LeftBehind.valueOf(row.getString("reason")), row.getInt("found"));
                });
        return List.copyOf(schools.values());
    }

    /**
     * Gives what was left behind of a school, by class level.
     *
     * @param institution its code
     * @param year whose 1 September it is
     * @param most how many at the most
     */
    public List<Standing> of(String institution, int year, int most) {
        return asked(
                        FOUND + " AND e.institution = :institution ORDER BY s.class_level, e.register_id FETCH FIRST "
                                + most + " ROWS ONLY",
                        year)
                .param("institution", institution)
                .query((row, number) -> new Standing(
                        row.getString("register_id"),
                        LeftBehind.valueOf(row.getString("reason")),
                        Optional.ofNullable(row.getString("class_level")).map(Integer::valueOf),
                        row.getObject("valid_from", LocalDate.class)))
                .list();
    }

    /**
     * Counts the enrolments that go on after the last day of their institution.
     *
     * @param day no institution that is closed later is looked at
     * @param most the count ends there
     */
    public int inClosedSchools(LocalDate day, int most) {
        return jdbc.sql("SELECT COUNT(*) FROM (SELECT e.id FROM " + OPEN
                        + " WHERE k.deregistered < :day AND (t.valid_to IS NULL OR t.valid_to > k.deregistered)"
                        + " FETCH FIRST " + most + " ROWS ONLY) found")
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /**
     * An institution that is closed.
     *
     * @param lastDay on which it was open
     * @param successor the code of the one that goes on with its students; nothing where none is known
     * @param enrolments how many go on after the last day
     */
    public record Closed(
            String institution, String name, LocalDate lastDay, Optional<String> successor, int enrolments) {}

    /**
     * Gives the institutions that were closed before a day, whether or not an enrolment goes on there, in the order of their codes.
     */
    public List<Closed> closed(LocalDate day) {
        return jdbc.sql("SELECT k.code, k.name, k.deregistered, k.successor, (SELECT COUNT(*) FROM enrolment e"
                        + " JOIN enrolment_term t ON t.enrolment_id = e.id AND t.believed_until IS NULL"
                        + " WHERE e.institution = k.code AND (t.valid_to IS NULL OR t.valid_to > k.deregistered)) AS standing"
                        + " FROM institution k WHERE k.deregistered < :day ORDER BY k.code")
                .param("day", day)
                .query((row, number) -> new Closed(
                        row.getString("code"),
                        row.getString("name"),
                        row.getObject("deregistered", LocalDate.class),
                        Optional.ofNullable(row.getString("successor")),
                        row.getInt("standing")))
                .list();
    }

    private JdbcClient.StatementSpec asked(String statement, int year) {
        return jdbc.sql(statement).param("first", FIRST_DAY.atYear(year)).param("next", FIRST_OF_NEXT.atYear(year));
    }
}
