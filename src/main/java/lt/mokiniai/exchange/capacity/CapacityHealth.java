package lt.mokiniai.exchange.capacity;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Tells how much is at work, how much waits, and how often messages were refused since the start. A node that refuses for
 * want of places is well: it does what it can.
 */
@Component("capacityHealthIndicator")
class CapacityHealth implements HealthIndicator {

    private final Capacity capacity;

    CapacityHealth(Capacity capacity) {
        this.capacity = capacity;
    }

    @Override
    public Health health() {
        Places exchanges = capacity.exchanges();
        return Health.up()
                .withDetail("singlesAtWork", exchanges.atWork(Kind.SINGLE))
                .withDetail("listsAtWork", exchanges.atWork(Kind.LIST))
                .withDetail("waiting", exchanges.waiting())
                .withDetail("refused", exchanges.refused())
                .withDetail("refusalsWithoutARow", capacity.rows().refused())
                .build();
    }
}
