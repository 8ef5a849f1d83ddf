package lt.mokiniai.exchange.quota;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts how often a grant tells about a student in a day of Vilnius, and raises an alarm where it is too often. Exchanges
 * wait for each other only where they tell about the same student.
 */
@Component
class RepeatedLooks {

    private static final Logger LOG = LoggerFactory.getLogger(RepeatedLooks.class);

    private static final String KNOWN = """
            SELECT student_key FROM quota_look WHERE told_on = :day AND contract_id = :contract
                AND grant_name = :grant AND student_key IN (:keys)
            """;

    private static final String LOOK = "UPDATE quota_look SET looks = looks + 1"
            + " WHERE told_on = ? AND contract_id = ? AND grant_name = ? AND student_key = ?";

    private static final String LOOK_WITHIN = LOOK + " AND looks < ?";

    private static final String RAISE = """
            INSERT INTO contract_alarm (contract_id, grant_name, receipt, student_key, looks, told_on, raised_at)
            SELECT l.contract_id, l.grant_name, :receipt, l.student_key, l.looks, l.told_on, :now FROM quota_look l
            WHERE l.told_on = :day AND l.contract_id = :contract AND l.grant_name = :grant
                AND l.student_key IN (:keys) AND l.looks > :limit
                AND NOT EXISTS (SELECT a.id FROM contract_alarm a WHERE a.told_on = l.told_on
                    AND a.contract_id = l.contract_id AND a.grant_name = l.grant_name AND a.student_key = l.student_key)
            """;

    private final OwnConnections connections;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    RepeatedLooks(OwnConnections connections, JdbcClient jdbc, JdbcTemplate batches) {
        this.connections = connections;
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Counts a look at each student, in the order of their keys, so that no two exchanges wait for each other in a ring. */
    void count(GrantId grant, int limit, String receipt, SortedSet<String> keys, Instant now) {
        LocalDate day = CalendarWindows.dayOf(now);
        if (keys.size() == 1 && isWithin(grant, limit, keys.first(), day)) {
            return;
        }
        batches.batchUpdate(LOOK, rows(grant, day, keys));
        int alarms = 0;
        for (List<String> portion : Portions.of(keys)) {
            alarms += jdbc.sql(RAISE)
                    .param("receipt", receipt)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("day", day)
                    .param("contract", grant.contractId())
                    .param("grant", grant.grant())
                    .param("keys", portion)
                    .param("limit", limit)
                    .update();
        }
        if (alarms > 0) {
            LOG.warn(
                    "exchange {} tells about {} students more than {} times today, under {} of {}",
                    receipt,
                    alarms,
                    limit,
                    grant.grant(),
                    grant.contractId());
        }
    }

    /** Counts a look that needs no alarm, in one statement; of several students, some would be counted out of their order. */
    private boolean isWithin(GrantId grant, int limit, String key, LocalDate day) {
        return jdbc.sql(LOOK_WITHIN)
                        .params(day, grant.contractId(), grant.grant(), key, limit)
                        .update()
                == 1;
    }

    /**
     * Makes the rows that are counted in: two exchanges that made the same one would undo each other. It asks for a
     * connection of its own, and so comes before anything that others wait for.
     *
     * @param without the students who had no row a moment ago
     */
    void prepare(GrantId grant, SortedSet<String> without, Instant now) {
        LocalDate day = CalendarWindows.dayOf(now);
        SortedSet<String> missing = without;
        while (!missing.isEmpty()
                && !connections.insert(
                        "INSERT INTO quota_look (told_on, contract_id, grant_name, student_key, looks) VALUES (?, ?, ?, ?, 0)",
                        rows(grant, day, missing))) {
            missing = Portions.unknown(
                    missing,
                    portion -> jdbc.sql(KNOWN)
                            .param("day", day)
                            .param("contract", grant.contractId())
                            .param("grant", grant.grant())
                            .param("keys", portion)
                            .query(String.class)
                            .list());
        }
    }

    private static List<Object[]> rows(GrantId grant, LocalDate day, SortedSet<String> keys) {
        return keys.stream()
                .map(key -> new Object[] {day, grant.contractId(), grant.grant(), key})
                .toList();
    }
}
