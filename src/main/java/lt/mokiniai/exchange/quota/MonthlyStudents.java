package lt.mokiniai.exchange.quota;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import lt.mokiniai.exchange.quota.RemainingQuota.Axis;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.clock.RegisterClock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the different students that a grant tells about in a month of Vilnius. Who tells about another student holds the
 * row of the month until its exchange ends; who tells about known ones holds nothing.
 */
@Component
class MonthlyStudents {

    private static final String KNOWN = """
            SELECT student_key FROM quota_student WHERE told_month = :month AND contract_id = :contract
                AND grant_name = :grant AND student_key IN (:keys)
            """;

    private static final String COUNT =
            "SELECT students FROM quota_month WHERE told_month = ? AND contract_id = ? AND grant_name = ?";

    private final OwnConnections connections;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    MonthlyStudents(OwnConnections connections, JdbcClient jdbc, JdbcTemplate batches, @RegisterClock Clock clock) {
        this.connections = connections;
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * Counts students. There must be room for all who were asked about and are not known yet, also for those who are not in
     * the register: whether a message is refused depends on what was asked and told before, and not on who exists.
     *
     * @param asked about how many students was asked; not fewer than there are keys
     * @param keys the students, by keyed digests of the month of {@code now}
     * @param before what was counted of them a moment ago, in the transaction of the exchange
     * @throws ExchangeException {@code MR-309}, when more than the limit might be told about in the month
     */
    void tell(GrantId grant, int limit, int asked, SortedSet<String> keys, CountedBefore before, Instant now) {
        YearMonth month = CalendarWindows.monthOf(now);
        SortedSet<String> seemNew = before.untold(keys);
        int known = keys.size() - seemNew.size();
        if (asked > known) {
            int told = before.students().orElse(0);
            requireRoom(asked - known, Axis.used(told, limit, CalendarWindows.endOfMonth(month)), grant);
        }
        if (seemNew.isEmpty()) {
            return;
        }
        if (before.students().isPresent() && isStill(before.students().get(), seemNew.size(), grant, month)) {
            insert(seemNew, grant, month);
            return;
        }
        int told = lock(grant, month);
        SortedSet<String> others = unknown(grant, month, seemNew);
        known = keys.size() - others.size();
        requireRoom(asked - known, Axis.used(told, limit, CalendarWindows.endOfMonth(month)), grant);
        if (others.isEmpty()) {
            return;
        }
        insert(others, grant, month);
        jdbc.sql("UPDATE quota_month SET students = ? WHERE told_month = ? AND contract_id = ? AND grant_name = ?")
                .params(told + others.size(), month.toString(), grant.contractId(), grant.grant())
                .update();
    }

    /** Adds to the count, and holds it, where nobody has since it was read: so nobody was told about meanwhile either. */
    private boolean isStill(int told, int more, GrantId grant, YearMonth month) {
        return jdbc.sql(
                                "UPDATE quota_month SET students = ? WHERE told_month = ? AND contract_id = ? AND grant_name = ?"
                                        + " AND students = ?")
                        .params(told + more, month.toString(), grant.contractId(), grant.grant(), told)
                        .update()
                == 1;
    }

    private void insert(SortedSet<String> keys, GrantId grant, YearMonth month) {
        batches.batchUpdate(
                "INSERT INTO quota_student (told_month, contract_id, grant_name, student_key) VALUES (?, ?, ?, ?)",
                keys.stream()
                        .map(key -> new Object[] {month.toString(), grant.contractId(), grant.grant(), key})
                        .toList());
    }

    private static void requireRoom(int students, Axis axis, GrantId grant) {
        if (students > axis.left()) {
            throw axis.refusal(ExchangeError.STUDENTS_A_MONTH, grant);
        }
    }

    /** Gives what is left of this month. */
    Axis left(GrantId grant, int limit) {
        return left(grant, limit, CalendarWindows.monthOf(clock.instant()));
    }

    private Axis left(GrantId grant, int limit, YearMonth month) {
        return Axis.used(count(COUNT, grant, month).orElse(0), limit, CalendarWindows.endOfMonth(month));
    }

    private SortedSet<String> unknown(GrantId grant, YearMonth month, SortedSet<String> keys) {
        return Portions.unknown(
                keys,
                portion -> jdbc.sql(KNOWN)
                        .param("month", month.toString())
                        .param("contract", grant.contractId())
                        .param("grant", grant.grant())
                        .param("keys", portion)
                        .query(String.class)
                        .list());
    }

    private int lock(GrantId grant, YearMonth month) {
        Optional<Integer> told = count(COUNT + " FOR UPDATE", grant, month);
        while (told.isEmpty()) {
            // Of its own: on PostgreSQL a row that another node was faster with would end the exchange.
            connections.insert(
                    "INSERT INTO quota_month (told_month, contract_id, grant_name, students) VALUES (?, ?, ?, 0)",
                    List.<Object[]>of(new Object[] {month.toString(), grant.contractId(), grant.grant()}));
            told = count(COUNT + " FOR UPDATE", grant, month);
        }
        return told.get();
    }

    private Optional<Integer> count(String sql, GrantId grant, YearMonth month) {
        return jdbc.sql(sql)
                .params(month.toString(), grant.contractId(), grant.grant())
                .query(Integer.class)
                .optional();
    }
}
