package lt.mokiniai.intake.deliveries.sequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lt.mokiniai.intake.deliveries.DeliveryState;
import lt.mokiniai.intake.deliveries.RecordOutcome;
import lt.mokiniai.intake.deliveries.WantedDeliveries.Range;
import lt.mokiniai.intake.deliveries.store.DeliveryRows;
import lt.mokiniai.intake.deliveries.store.KeptDelivery;
import lt.mokiniai.intake.deliveries.store.RecordRows;
import lt.mokiniai.intake.deliveries.store.SeriesRows;
import lt.mokiniai.intake.deliveries.store.SeriesRows.InForce;
import lt.mokiniai.register.tasks.Tasks;
import org.springframework.stereotype.Component;

/**
 * Which delivery of a register is the next one. Numbers of a series follow each other without a gap; a full delivery is applied
 * whatever is missing before it, and alone begins another series (docs/decisions/0056).
 */
@Component
public class DeliverySequence {

    private final SeriesRows series;
    private final DeliveryRows deliveries;
    private final RecordRows records;
    private final Tasks tasks;

    DeliverySequence(SeriesRows series, DeliveryRows deliveries, RecordRows records, Tasks tasks) {
        this.series = series;
        this.deliveries = deliveries;
        this.records = records;
        this.tasks = tasks;
    }

    /**
     * Gives the delivery that is applied, or is to be from now on, in the transaction of whoever calls; nothing where none has
     * its turn.
     */
    public Optional<KeptDelivery> next(String register) {
        Optional<InForce> inForce = judge(register);
        List<KeptDelivery> open = deliveries.open(register);
        Optional<KeptDelivery> applied = first(open, DeliveryState.APPLYING);
        if (applied.isPresent()) {
            return applied;
        }
        List<KeptDelivery> waiting = open.stream()
                .filter(delivery -> delivery.state() == DeliveryState.WAITING)
                .toList();
        Optional<KeptDelivery> next = inForce.flatMap(now -> waiting.stream()
                        .filter(each -> each.series().equals(now.series()))
                        .filter(each -> each.number() == now.last() + 1 || each.isFull())
                        .min(Comparator.comparing(KeptDelivery::number)))
                .or(() -> waiting.stream().filter(KeptDelivery::isFull).findFirst());
        next.ifPresent(delivery -> deliveries.become(delivery.id(), DeliveryState.APPLYING));
        return next;
    }

    private static Optional<KeptDelivery> first(List<KeptDelivery> open, DeliveryState state) {
        return open.stream().filter(delivery -> delivery.state() == state).findFirst();
    }

    /**
     * Holds the series of a register, passes by the numbers that were refused, and tells what came too late that it did. Nothing
     * of that is applied.
     */
    public Optional<InForce> judge(String register) {
        Optional<InForce> inForce = series.hold(register);
        Optional<InForce> passed = inForce.map(now -> passed(register, now));
        passed.ifPresent(now -> deliveries.open(register).stream()
                .filter(each -> each.state() == DeliveryState.WAITING || each.state() == DeliveryState.HELD)
                .filter(each -> isOutdated(each, now))
                .forEach(this::outdate));
        return passed;
    }

    private InForce passed(String register, InForce now) {
        NavigableSet<Long> refused = new TreeSet<>(deliveries.refused(register, now.series(), now.last()));
        long last = MissingNumbers.following(now.last(), refused) - 1;
        if (last > now.last()) {
            series.passed(register, last);
        }
        return new InForce(now.series(), last);
    }

    private boolean isOutdated(KeptDelivery delivery, InForce now) {
        return delivery.series().equals(now.series())
                ? delivery.number() <= now.last()
                : deliveries.wasApplied(delivery.name().register(), delivery.series());
    }

    private void outdate(KeptDelivery delivery) {
        delivery.taskId()
                .flatMap(tasks::find)
                .ifPresent(task -> tasks.withdraw(task, delivery.origin().provenance()));
        deliveries.become(delivery.id(), DeliveryState.OUTDATED);
        records.settleAll(delivery.id(), RecordOutcome.OUTDATED);
    }

    /** Gives the deliveries that are missing before one. */
    public List<Range> missingBefore(KeptDelivery delivery) {
        if (delivery.state() != DeliveryState.WAITING && delivery.state() != DeliveryState.INCOMPLETE) {
            return List.of();
        }
        return numbers(delivery.name().register()).missing().stream()
                .filter(range -> range.series().equals(delivery.series()) && range.from() < delivery.number())
                .map(range -> new Range(range.series(), range.from(), Math.min(range.to(), delivery.number() - 1)))
                .toList();
    }

    /** Tells what is missing of a register, and what follows. */
    public MissingNumbers numbers(String register) {
        Optional<InForce> inForce = series.find(register);
        List<KeptDelivery> open = deliveries.open(register);
        List<Range> missing = new ArrayList<>();
        open.stream()
                .collect(Collectors.groupingBy(KeptDelivery::series, TreeMap::new, Collectors.toList()))
                .forEach((name, all) -> missing.addAll(missing(register, name, all, inForce)));
        return new MissingNumbers(
                inForce.map(InForce::series),
                inForce.map(now -> MissingNumbers.following(now.last(), here(register, now.series(), now.last(), open)))
                        .orElse(1L),
                missing);
    }

    private List<Range> missing(String register, String name, List<KeptDelivery> ofSeries, Optional<InForce> inForce) {
        long last = inForce.filter(now -> now.series().equals(name))
                .map(InForce::last)
                .orElse(0L);
        long after = ofSeries.stream()
                .filter(each -> each.isFull() && each.state() != DeliveryState.INCOMPLETE)
                .mapToLong(KeptDelivery::number)
                .filter(number -> number > last)
                .min()
                .orElse(last);
        long highest = ofSeries.stream().mapToLong(KeptDelivery::number).max().orElse(after);
        return MissingNumbers.gaps(name, after, here(register, name, after, ofSeries), highest);
    }

    /** The numbers of a series after one that are here whole, or were refused. */
    private NavigableSet<Long> here(String register, String name, long after, List<KeptDelivery> open) {
        NavigableSet<Long> here = new TreeSet<>(deliveries.refused(register, name, after));
        open.stream()
                .filter(each -> each.series().equals(name) && each.state() != DeliveryState.INCOMPLETE)
                .map(KeptDelivery::number)
                .filter(number -> number > after)
                .forEach(here::add);
        return here;
    }
}
