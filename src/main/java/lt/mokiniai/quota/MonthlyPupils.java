package lt.mokiniai.quota;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import lt.mokiniai.kernel.ExchangeError;
import lt.mokiniai.kernel.Refusal;
import lt.mokiniai.quota.Left.Axis;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the different pupils that a grant tells about in a month of Vilnius. Who tells about another pupil holds the
 * row of the month until its exchange ends; who tells about known ones holds nothing.
 */
@Component
class MonthlyPupils {

    private static final String KNOWN = """
            SELECT pupil_key FROM quota_pupil WHERE told_month = :month AND contract_id = :contract
                AND grant_name = :grant AND pupil_key IN (:keys)
            """;

    private static final String COUNT =
            "SELECT pupils FROM quota_month WHERE told_month = ? AND contract_id = ? AND grant_name = ?";

    private final OwnConnections connections;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    MonthlyPupils(OwnConnections connections, JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.connections = connections;
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** @throws Refusal {@code MR-309}, when more than the limit would be told about in the month */
    void tell(GrantId grant, int limit, SortedSet<String> keys) {
        YearMonth month = Windows.monthOf(clock.instant());
        SortedSet<String> seemNew = unknown(grant, month, keys);
        if (seemNew.isEmpty()) {
            return;
        }
        int told = lock(grant, month);
        SortedSet<String> others = unknown(grant, month, seemNew);
        Axis axis = Axis.used(told, limit, Windows.endOfMonth(month));
        if (others.size() > axis.left()) {
            throw axis.refusal(ExchangeError.PUPILS_A_MONTH, grant);
        }
        batches.batchUpdate(
                "INSERT INTO quota_pupil (told_month, contract_id, grant_name, pupil_key) VALUES (?, ?, ?, ?)",
                others.stream()
                        .map(key -> new Object[] {month.toString(), grant.contractId(), grant.grant(), key})
                        .toList());
        jdbc.sql("UPDATE quota_month SET pupils = ? WHERE told_month = ? AND contract_id = ? AND grant_name = ?")
                .params(told + others.size(), month.toString(), grant.contractId(), grant.grant())
                .update();
    }

    /** @throws Refusal {@code MR-309} when nothing is left of this month */
    void requireSomeLeft(GrantId grant, int limit) {
        Axis axis = left(grant, limit);
        if (axis.left() == 0) {
            throw axis.refusal(ExchangeError.PUPILS_A_MONTH, grant);
        }
    }

    /** Gives what is left of this month. */
    Axis left(GrantId grant, int limit) {
        YearMonth month = Windows.monthOf(clock.instant());
        return Axis.used(count(COUNT, grant, month).orElse(0), limit, Windows.endOfMonth(month));
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
                    "INSERT INTO quota_month (told_month, contract_id, grant_name, pupils) VALUES (?, ?, ?, 0)",
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
