package lt.mokiniai.exchange.quota;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.exchange.quota.RemainingQuota.Axis;
import lt.mokiniai.kernel.Quota;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.clock.RegisterClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts messages in one row a grant: its minute and its day, and what was used of each. Both axes are asked and used in
 * one statement, so a refused message uses neither, and the lock of the row lasts no longer than the statement. The row
 * moves to a later minute or day and never back: a node whose clock is behind counts in the later one.
 */
@Component
class MessageCount {

    private static final String TAKE = """
            UPDATE quota_message SET
                minute_used = CASE WHEN minute_at < :minute THEN 1 ELSE minute_used + 1 END,
                minute_at = CASE WHEN minute_at < :minute THEN :minute ELSE minute_at END,
                day_used = CASE WHEN day_on < :day THEN 1 ELSE day_used + 1 END,
                day_on = CASE WHEN day_on < :day THEN :day ELSE day_on END
            WHERE contract_id = :contract AND grant_name = :grant
                AND (minute_at < :minute OR minute_used < :perMinute)
                AND (day_on < :day OR day_used < :perDay)
            """;

    private static final String INSERT = "INSERT INTO quota_message"
            + " (contract_id, grant_name, minute_at, minute_used, day_on, day_used) VALUES (?, ?, ?, 0, ?, 0)";

    private final OwnConnections connections;
    private final JdbcClient jdbc;
    private final Clock clock;

    MessageCount(OwnConnections connections, @RegisterClock Clock clock) {
        this.connections = connections;
        this.jdbc = connections.jdbc();
        this.clock = clock;
    }

    /** @throws ExchangeException {@code MR-307} or {@code MR-308}; of two axes that are used up, for the day */
    void take(GrantId grant, Quota quota) {
        Instant now = clock.instant();
        while (!tookOne(grant, quota, now)) {
            Optional<Used> used = find(grant);
            if (used.isEmpty()) {
                connections.insert(INSERT, List.<Object[]>of(new Object[] {
                    grant.contractId(), grant.grant(), offset(CalendarWindows.minuteOf(now)), CalendarWindows.dayOf(now)
                }));
            } else {
                used.get().at(now).checkLeft(grant, quota);
            }
        }
    }

    /** Gives what is used now. */
    Used used(GrantId grant) {
        Instant now = clock.instant();
        return find(grant)
                .map(used -> used.at(now))
                .orElseGet(() -> new Used(CalendarWindows.minuteOf(now), 0, CalendarWindows.dayOf(now), 0));
    }

    private boolean tookOne(GrantId grant, Quota quota, Instant now) {
        return jdbc.sql(TAKE)
                        .param("minute", offset(CalendarWindows.minuteOf(now)))
                        .param("day", CalendarWindows.dayOf(now))
                        .param("contract", grant.contractId())
                        .param("grant", grant.grant())
                        .param("perMinute", quota.messagesPerMinute().orElse(Integer.MAX_VALUE))
                        .param("perDay", quota.messagesPerDay().orElse(Integer.MAX_VALUE))
                        .update()
                == 1;
    }

    private Optional<Used> find(GrantId grant) {
        return jdbc.sql("SELECT minute_at, minute_used, day_on, day_used FROM quota_message"
                        + " WHERE contract_id = ? AND grant_name = ?")
                .params(grant.contractId(), grant.grant())
                .query(Used::read)
                .optional();
    }

    private static OffsetDateTime offset(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** How many messages were counted in a minute and in a day. */
    record Used(Instant minute, int inMinute, LocalDate day, int inDay) {

        private static Used read(ResultSet row, int number) throws SQLException {
            return new Used(
                    row.getObject("minute_at", OffsetDateTime.class).toInstant(),
                    row.getInt("minute_used"),
                    row.getObject("day_on", LocalDate.class),
                    row.getInt("day_used"));
        }

        Axis ofMinute(int limit) {
            return Axis.used(inMinute, limit, CalendarWindows.endOfMinute(minute));
        }

        Axis ofDay(int limit) {
            return Axis.used(inDay, limit, CalendarWindows.endOfDay(day));
        }

        private Used at(Instant now) {
            Instant thisMinute = CalendarWindows.minuteOf(now);
            LocalDate today = CalendarWindows.dayOf(now);
            return new Used(
                    minute.isBefore(thisMinute) ? thisMinute : minute,
                    minute.isBefore(thisMinute) ? 0 : inMinute,
                    day.isBefore(today) ? today : day,
                    day.isBefore(today) ? 0 : inDay);
        }

        private void checkLeft(GrantId grant, Quota quota) {
            quota.messagesPerDay().map(this::ofDay).ifPresent(axis -> check(axis, ExchangeError.MESSAGES_A_DAY, grant));
            quota.messagesPerMinute()
                    .map(this::ofMinute)
                    .ifPresent(axis -> check(axis, ExchangeError.MESSAGES_A_MINUTE, grant));
        }

        private static void check(Axis axis, ExchangeError error, GrantId grant) {
            if (axis.left() == 0) {
                throw axis.refusal(error, grant);
            }
        }
    }
}
