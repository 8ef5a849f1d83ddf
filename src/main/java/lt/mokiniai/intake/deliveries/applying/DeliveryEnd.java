package lt.mokiniai.intake.deliveries.applying;

import lt.mokiniai.intake.deliveries.store.DeliveryRows;
import lt.mokiniai.intake.deliveries.store.HeldRows;
import lt.mokiniai.intake.deliveries.store.KeptDelivery;
import lt.mokiniai.intake.deliveries.store.SeriesRows;
import lt.mokiniai.intake.deliveries.store.SeriesRows.InForce;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The end of a delivery of which each record came to something: its number is the last one of the series in force. */
@Component
class DeliveryEnd {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryEnd.class);

    private final DeliveryRows deliveries;
    private final SeriesRows series;
    private final HeldRows held;

    DeliveryEnd(DeliveryRows deliveries, SeriesRows series, HeldRows held) {
        this.deliveries = deliveries;
        this.series = series;
        this.held = held;
    }

    void of(KeptDelivery delivery) {
        String register = delivery.name().register();
        series.hold(register);
        deliveries.done(delivery.id());
        series.applied(register, new InForce(delivery.series(), delivery.number()));
        if (delivery.isFull()) {
            held.forgetBefore(delivery);
        }
        LOG.info("Delivery {} of {} is applied", delivery.name().deliveryId(), register);
    }
}
