package lt.mokiniai.register.enrolments.closing;

import java.util.List;
import java.util.Optional;
import lt.mokiniai.kernel.scope.Provenance;
import lt.mokiniai.platform.database.Diagnosis;
import lt.mokiniai.platform.database.ExchangeTransactions;
import lt.mokiniai.register.times.ReadTimes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lists, four times a day, who goes on to learn after a licence whose last day was told long before. Each institution and programme is
 * a transaction of its own; on whichever node it is done, it is done once.
 */
@Component
public class LicenceExpiry {

    private static final Logger LOG = LoggerFactory.getLogger(LicenceExpiry.class);

    /** Licences that are over, and enrolments that are not, and about which nobody was asked. */
    private static final String EXPIRED = "SELECT DISTINCT f.institution, f.programme, f.receipt, f.operation, f.party"
            + " FROM licence_fact f JOIN enrolment e ON e.institution = f.institution AND e.programme = f.programme"
            + " JOIN enrolment_term t ON t.enrolment_id = e.id AND t.believed_until IS NULL"
            + " WHERE f.believed_until IS NULL AND f.receipt IS NOT NULL AND f.valid_to < :today"
            + " AND (t.valid_to IS NULL OR t.valid_to >= :today) AND NOT EXISTS (SELECT 1 FROM task a"
            + " WHERE a.enrolment_id = e.id AND a.kind = '" + UnlicensedTasks.KIND
            + "' AND a.subject_day >= f.valid_to)"
            + " AND NOT EXISTS (SELECT 1 FROM licence l WHERE l.institution = f.institution AND l.programme = f.programme"
            + " AND (l.valid_to IS NULL OR l.valid_to >= :today)) ORDER BY f.institution, f.programme";

    private final JdbcClient jdbc;
    private final UnlicensedEnrolments enrolments;
    private final ExchangeTransactions transactions;
    private final ReadTimes times;

    LicenceExpiry(
            JdbcClient jdbc, UnlicensedEnrolments enrolments, ExchangeTransactions transactions, ReadTimes times) {
        this.jdbc = jdbc;
        this.enrolments = enrolments;
        this.transactions = transactions;
        this.times = times;
    }

    private record Expired(String institution, String programme, Provenance told) {}

    /**
     * Lists them.
     *
     * @return how many tasks were opened
     */
    @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT6H")
    public int list() {
        int opened = 0;
        try {
            for (Expired each : expired()) {
                opened += transactions.whole(() -> enrolments.list(each.institution(), each.programme(), each.told()));
            }
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Enrolments without a licence cannot be listed now: {}; it is tried again in six hours",
                    Diagnosis.reason(failure));
        }
        if (opened > 0) {
            LOG.info("{} enrolments go on after the last day of a licence; each is a task", opened);
        }
        return opened;
    }

    private List<Expired> expired() {
        return jdbc.sql(EXPIRED)
                .param("today", times.today())
                .query((row, number) -> new Expired(
                        row.getString(1),
                        row.getString(2),
                        new Provenance(
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(5),
                                Optional.empty())))
                .list();
    }
}
