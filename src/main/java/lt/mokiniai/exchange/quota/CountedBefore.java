package lt.mokiniai.exchange.quota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What was counted under a grant before an answer, read in one statement: of the students that it tells about, and in all.
 * Nothing is held by it. What it knows stays known; that nothing more came, whoever counts has to make sure.
 *
 * @param looked of whom there is a row that looks of the day are counted in, by keyed digest
 * @param told who was told about in the month, by keyed digest
 * @param students how many were told about in the month; nothing where nobody was
 */
record CountedBefore(Set<String> looked, Set<String> told, Optional<Integer> students) {

    private static final String LOOKED = "SELECT 1, student_key, 0 FROM quota_look"
            + " WHERE told_on = ? AND contract_id = ? AND grant_name = ? AND student_key IN (";
    private static final String TOLD = "SELECT 2, student_key, 0 FROM quota_student"
            + " WHERE told_month = ? AND contract_id = ? AND grant_name = ? AND student_key IN (";
    private static final String STUDENTS =
            "SELECT 3, '-', students FROM quota_month" + " WHERE told_month = ? AND contract_id = ? AND grant_name = ?";

    private static final int LOOKED_ROW = 1;
    private static final int TOLD_ROW = 2;

    /**
     * Reads it. The count of the month is not newer than the students that were told about.
     *
     * @param keys the students, by keyed digest
     * @param ofDay whether looks of the day are counted
     * @param ofMonth whether students of the month are counted
     */
    static CountedBefore read(
            JdbcTemplate jdbc, GrantId grant, SortedSet<String> keys, Instant now, boolean ofDay, boolean ofMonth) {
        Set<String> looked = new HashSet<>();
        Set<String> told = new HashSet<>();
        List<Integer> students = new ArrayList<>();
        // Nobody to ask about leaves the count to be asked for.
        List<List<String>> portions = keys.isEmpty() ? List.of(List.of()) : Portions.of(keys);
        for (List<String> portion : portions) {
            List<String> sql = new ArrayList<>();
            List<Object> values = new ArrayList<>();
            String marks = String.join(", ", Collections.nCopies(portion.size(), "?")) + ")";
            if (ofDay && !portion.isEmpty()) {
                sql.add(LOOKED + marks);
                values.addAll(List.of(CalendarWindows.dayOf(now), grant.contractId(), grant.grant()));
                values.addAll(portion);
            }
            if (ofMonth) {
                List<Object> month =
                        List.of(CalendarWindows.monthOf(now).toString(), grant.contractId(), grant.grant());
                if (!portion.isEmpty()) {
                    sql.add(TOLD + marks);
                    values.addAll(month);
                    values.addAll(portion);
                }
                sql.add(STUDENTS);
                values.addAll(month);
            }
            jdbc.query(
                    String.join(" UNION ALL ", sql),
                    row -> {
                        switch (row.getInt(1)) {
                            case LOOKED_ROW -> looked.add(row.getString(2));
                            case TOLD_ROW -> told.add(row.getString(2));
                            default -> students.add(row.getInt(3));
                        }
                    },
                    values.toArray());
        }
        return new CountedBefore(looked, told, students.stream().findFirst());
    }

    /** Those of some students who have no row of the day yet. */
    SortedSet<String> withoutLooks(SortedSet<String> keys) {
        return without(keys, looked::contains);
    }

    /** Those of some students who were not told about in the month. */
    SortedSet<String> untold(SortedSet<String> keys) {
        return without(keys, told::contains);
    }

    private static SortedSet<String> without(SortedSet<String> keys, Predicate<String> known) {
        SortedSet<String> others = new TreeSet<>(keys);
        others.removeIf(known);
        return others;
    }
}
