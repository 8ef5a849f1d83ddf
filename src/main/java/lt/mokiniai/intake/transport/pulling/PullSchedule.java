package lt.mokiniai.intake.transport.pulling;

import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.intake.deliveries.DeliveryOrigin.Way;
import lt.mokiniai.intake.transport.OneAtATime;
import lt.mokiniai.intake.transport.SupplyContracts;
import lt.mokiniai.intake.transport.pulling.PulledSources.Pulled;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.platform.clock.RegisterClock;
import lt.mokiniai.platform.database.Diagnosis;
import lt.mokiniai.register.form.Finding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;

/**
 * Asks sources when their contracts say, by the register's clock in Vilnius. Each turn is done by one node: its number in the
 * message log comes from the register and the time of the turn. A node that starts does the last turn of the day before where
 * nobody did it.
 */
@Component
class PullSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(PullSchedule.class);
    private static final String OPERATOR = "service";

    /** How far back a turn is looked for: a daily one is found, also where clocks were put forward. */
    private static final Duration REACH = Duration.ofHours(25);

    /** As many are told in the log; the report of the delivery tells all. */
    private static final int MOST_TOLD = 10;

    private final SupplyContracts contracts;
    private final PulledSources sources;
    private final Clock clock;
    private final Map<String, Instant> looked = new ConcurrentHashMap<>();
    private final OneAtATime work = new OneAtATime("intake-pulls");

    PullSchedule(SupplyContracts contracts, PulledSources sources, @RegisterClock Clock clock) {
        this.contracts = contracts;
        this.sources = sources;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${mokiniai.intake.transport.look-every:5s}",
            fixedDelayString = "${mokiniai.intake.transport.look-every:5s}")
    void lookSoon() {
        work.run(this::look);
    }

    @PreDestroy
    void end() {
        work.close();
    }

    /** Asks the sources whose turn has come since the last look. */
    List<Pulled> look() {
        List<Pulled> all = new ArrayList<>();
        for (Contract contract : contracts.all(Way.PULL)) {
            String register = SupplyContracts.registerOf(contract).orElseThrow();
            try {
                turn(register, contract).ifPresent(all::add);
            } catch (RuntimeException e) {
                LOG.warn(
                        "The source of {} could not be asked in its turn, and is in the next: {}",
                        register,
                        Diagnosis.reason(e));
            }
        }
        return all;
    }

    private Optional<Pulled> turn(String register, Contract contract) {
        Instant now = clock.instant();
        Instant reach = now.minus(REACH);
        Instant before = looked.getOrDefault(register, reach);
        // A clock that was put back, or far ahead.
        Instant since = before.isAfter(now) ? now : before.isBefore(reach) ? reach : before;
        Optional<Instant> due = contract.supply()
                .flatMap(Contract.Supply::schedule)
                .flatMap(schedule -> last(CronExpression.parse(schedule), since, now));
        Optional<Pulled> pulled = due.flatMap(turn -> pulled(register, turn));
        looked.put(register, now);
        return pulled;
    }

    /**
     * The last time of a schedule that is later than one moment and not later than another. It is a time of the clock on the wall:
     * one in the hour that clocks skip in spring comes an hour later, one that they show twice comes once.
     */
    static Optional<Instant> last(CronExpression schedule, Instant after, Instant until) {
        Optional<Instant> last = Optional.empty();
        LocalDateTime end = LocalDateTime.ofInstant(until, Dates.ZONE).plusHours(1);
        LocalDateTime time =
                schedule.next(LocalDateTime.ofInstant(after, Dates.ZONE).minusHours(1));
        while (time != null && !time.isAfter(end)) {
            Instant turn = time.atZone(Dates.ZONE).toInstant();
            if (turn.isAfter(after) && !turn.isAfter(until)) {
                last = Optional.of(turn);
            }
            time = schedule.next(time);
        }
        return last;
    }

    private Optional<Pulled> pulled(String register, Instant turn) {
        List<Finding> findings = new ArrayList<>();
        Optional<Pulled> pulled = sources.pull(register, receipt(register, turn), OPERATOR, finding -> {
            if (findings.size() < MOST_TOLD) {
                findings.add(finding);
            }
        });
        pulled.ifPresent(done -> tell(done, findings));
        return pulled;
    }

    private static void tell(Pulled done, List<Finding> findings) {
        String told = findings.stream()
                .map(finding -> finding.place().file() + ":" + finding.place().line() + " " + finding.code() + " "
                        + finding.text().en())
                .collect(Collectors.joining("; "));
        if (done.isWhole()) {
            LOG.info(
                    "The source of {} was asked, deliveries: {} {}",
                    done.register(),
                    done.deliveries().size(),
                    told);
        } else {
            LOG.warn(
                    "The source of {} was asked, deliveries: {}; not taken: {}",
                    done.register(),
                    done.deliveries().size(),
                    told);
        }
    }

    private static String receipt(String register, Instant turn) {
        return UUID.nameUUIDFromBytes(("pull " + register + " " + turn).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
