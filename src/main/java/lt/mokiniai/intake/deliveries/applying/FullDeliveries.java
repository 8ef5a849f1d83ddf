package lt.mokiniai.intake.deliveries.applying;

import lt.mokiniai.intake.deliveries.IntakeProperties;
import lt.mokiniai.intake.deliveries.RecordXml;
import lt.mokiniai.intake.deliveries.quarantine.IntakeTasks;
import lt.mokiniai.intake.deliveries.store.DeliveryRows;
import lt.mokiniai.intake.deliveries.store.HeldRows;
import lt.mokiniai.intake.deliveries.store.HeldRows.Share;
import lt.mokiniai.intake.deliveries.store.KeptDelivery;
import lt.mokiniai.intake.deliveries.store.KeptRecord;
import lt.mokiniai.intake.deliveries.store.RecordRows;
import lt.mokiniai.intake.source.SourceRegister;
import org.springframework.stereotype.Component;

/**
 * Looks at a full delivery as a whole before anything of it is applied: some hundred records in a transaction. One that ends more
 * than it may waits for a decision.
 */
@Component
class FullDeliveries {

    private static final int AT_ONCE = 500;

    private final DeliveryRows deliveries;
    private final RecordRows records;
    private final HeldRows held;
    private final RecordXml xml;
    private final IntakeTasks tasks;
    private final IntakeProperties properties;

    FullDeliveries(
            DeliveryRows deliveries,
            RecordRows records,
            HeldRows held,
            RecordXml xml,
            IntakeTasks tasks,
            IntakeProperties properties) {
        this.deliveries = deliveries;
        this.records = records;
        this.held = held;
        this.xml = xml;
        this.tasks = tasks;
        this.properties = properties;
    }

    /**
     * Looks at more of a delivery.
     *
     * @return false when it waits for a decision now
     */
    <R> boolean look(SourceRegister<R> register, KeptDelivery delivery) {
        if (delivery.progress().looked().isEmpty()) {
            held.keep(delivery.id(), register.mapper());
        }
        int before = delivery.progress().looked().orElse(0);
        int last = Math.min(before + AT_ONCE, delivery.header().records());
        records.all(delivery.id(), before + 1, last).stream()
                .filter(KeptRecord::isWhole)
                .map(record -> xml.kept(register, record.content()))
                .forEach(told -> register.mapper().ends(told).ifPresent(row -> held.end(delivery.id(), row.key())));
        deliveries.looked(delivery.id(), last);
        if (last < delivery.header().records()) {
            return true;
        }
        Share share = held.share(delivery.id());
        if (!share.isMoreThan(properties.largestEndPercent())) {
            return true;
        }
        String task = tasks.openDelivery(delivery, share, held.institutionsLeftWithout(delivery.id()));
        deliveries.holdBack(delivery.id(), task);
        return false;
    }
}
