package lt.mokiniai.exchange.representation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import lt.mokiniai.exchange.representation.Representation.Recorded;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.platform.database.ConnectionLimits;
import lt.mokiniai.platform.database.DatabaseProperties;
import lt.mokiniai.platform.database.ExchangeTransactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Records who may act for whom, for the operator: under running nodes or without any. One party at a time acts for an
 * institution. Nothing begins or ends in the past, since what was answered stays answered.
 */
public final class RepresentationRecords {

    /** What may not be recorded, as it is told to who asked for it. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Text why;

        Refused(Text why) {
            super(why.en());
            this.why = why;
        }

        /** Why not. */
        public Text why() {
            return why;
        }
    }

    private final Representations rows;
    private final ExchangeTransactions transactions;
    private final Clock clock;

    /**
     * Records within the limits of time that the service has.
     *
     * @param database the register's
     */
    public RepresentationRecords(DataSource database, DatabaseProperties limits, Clock clock) {
        this.rows = new Representations(JdbcClient.create(new ConnectionLimits(limits).template(database)));
        this.transactions = new ExchangeTransactions(new JdbcTransactionManager(database), limits);
        this.clock = clock;
    }

    /** All that was ever recorded. */
    public List<Representation> all() {
        return rows.all();
    }

    /**
     * Records that a subsystem may act for an institution.
     *
     * @param from the first day, in Vilnius; of today it is from now on
     * @param until the last day
     * @param by who records it
     * @throws Refused when the register has no such institution, the days do not fit, or another acts for it then
     */
    public Representation add(
            LegalEntityCode institution, XRoadId client, LocalDate from, Optional<LocalDate> until, String by) {
        return transactions.whole(() -> {
            Instant now = lockedAt(institution);
            if (from.isBefore(day(now))) {
                throw new Refused(Messages.text("represent.past", from));
            }
            until.filter(last -> last.isBefore(from)).ifPresent(last -> {
                throw new Refused(Messages.text("represent.ends-before", last, from));
            });
            Representation told = new Representation(
                    institution,
                    client,
                    from.equals(day(now)) ? now : start(from),
                    until.map(RepresentationRecords::endOf),
                    new Recorded(now, by),
                    Optional.empty());
            rows.of(institution).stream().filter(told::meets).findFirst().ifPresent(other -> {
                throw new Refused(Messages.text("represent.another", other.client(), institution));
            });
            rows.record(told);
            return told;
        });
    }

    /**
     * Ends the right of a subsystem to act for an institution: at once, or on a day. What was to begin later is taken back.
     *
     * @param on the last day; at once where there is none
     * @param by who records it
     * @return what does not stand any more as it stood
     * @throws Refused when nothing stands that it could end, or nothing that lasts longer than that day
     */
    public List<Representation> end(LegalEntityCode institution, XRoadId client, Optional<LocalDate> on, String by) {
        return transactions.whole(() -> {
            Instant now = lockedAt(institution);
            on.filter(last -> last.isBefore(day(now))).ifPresent(last -> {
                throw new Refused(Messages.text("represent.past", last));
            });
            Instant end = on.map(RepresentationRecords::endOf).orElse(now);
            List<Representation> ended = rows.of(institution).stream()
                    .filter(standing -> standing.client().equals(client))
                    .filter(standing -> !standing.isOver(end))
                    .toList();
            if (ended.isEmpty()) {
                throw new Refused(Messages.text("represent.nothing-to-end", client, institution));
            }
            Recorded recorded = new Recorded(now, by);
            for (Representation standing : ended) {
                rows.withdraw(standing, recorded);
                if (end.isAfter(now) && standing.begins().isBefore(end)) {
                    rows.record(new Representation(
                            institution, client, standing.begins(), Optional.of(end), recorded, Optional.empty()));
                }
            }
            return ended;
        });
    }

    /** Databases keep microseconds. */
    private Instant lockedAt(LegalEntityCode institution) {
        if (!rows.lock(institution)) {
            throw new Refused(Messages.text("represent.no-institution", institution));
        }
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Dates.ZONE);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Dates.ZONE).toInstant();
    }

    private static Instant endOf(LocalDate day) {
        return start(day.plusDays(1));
    }
}
