package lt.mokiniai.exchange.quota;

import java.time.Clock;
import java.time.Instant;
import lt.mokiniai.platform.clock.RegisterClock;
import lt.mokiniai.platform.database.MaintenanceConnections;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes what was counted in months and days that are over. Alarms and deliveries stay, and messages have one row a
 * grant for ever.
 */
@Component
class OldCounts {

    private final JdbcClient jdbc;
    private final Clock clock;

    OldCounts(MaintenanceConnections connections, @RegisterClock Clock clock) {
        this.jdbc = JdbcClient.create(connections.jdbc());
        this.clock = clock;
    }

    /** At an hour that each day of Vilnius has once, on every node; the second finds nothing. */
    @Scheduled(cron = "0 30 1 * * *", zone = "Europe/Vilnius")
    void remove() {
        Instant now = clock.instant();
        String month = CalendarWindows.monthOf(now).toString();
        jdbc.sql("DELETE FROM quota_student WHERE told_month < ?").param(month).update();
        jdbc.sql("DELETE FROM quota_month WHERE told_month < ?").param(month).update();
        jdbc.sql("DELETE FROM quota_look WHERE told_on < ?")
                .param(CalendarWindows.dayOf(now))
                .update();
    }
}
