package lt.mokiniai.exchange.capacity;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The places at the database, shared out from the size of the connection pool so that whoever has a place finds a
 * connection: an exchange holds one connection of the pool at a time, the row of a refused message one, and some are left
 * for what the service does by itself. What an exchange needs beside its own comes from a pool apart
 * ({@code quota.OwnConnections}).
 */
@Component
@EnableConfigurationProperties(CapacityProperties.class)
public class Capacity {

    private static final String POOL_SIZE = "spring.datasource.hikari.maximum-pool-size";

    /** Hikari's own default. */
    private static final int DEFAULT_POOL_SIZE = 10;

    /** Connections for what nobody asked for: scheduled work, one after the other, and health. */
    static final int OWN_WORK = 2;

    /** Connections for rows of refused messages. */
    static final int ROWS = 1;

    /** With fewer places for exchanges, one party or one kind would have all. */
    private static final int FEWEST = 2;

    private final Places exchanges;
    private final Places rows;
    private final OtherExchanges others;

    /** @throws IllegalArgumentException when the pool is too small to be shared out */
    Capacity(CapacityProperties properties, Environment environment, MeterRegistry meters) {
        int pool = Binder.get(environment).bind(POOL_SIZE, Integer.class).orElse(DEFAULT_POOL_SIZE);
        int places = pool - OWN_WORK - ROWS;
        if (places < FEWEST) {
            throw new IllegalArgumentException(POOL_SIZE + " must be " + (FEWEST + OWN_WORK + ROWS) + " or more: "
                    + OWN_WORK + " connections are for the service's own work and " + ROWS
                    + " for the rows of refused messages");
        }
        this.exchanges = new Places(Limits.ofExchanges(places, properties), properties.longestWait());
        this.rows = new Places(Limits.ofRows(ROWS, properties), properties.longestWaitForARow());
        this.others = new OtherExchanges(properties.waitingForAnother(), properties.longestWaitForAnother());
        Gauge.builder("mokiniai.capacity.waiting", others, OtherExchanges::waiting)
                .tag("places", "others")
                .register(meters);
        meter(meters, "exchanges", exchanges);
        meter(meters, "rows", rows);
    }

    private static void meter(MeterRegistry meters, String what, Places places) {
        for (Kind kind : Kind.values()) {
            Gauge.builder("mokiniai.capacity.at.work", places, measured -> measured.atWork(kind))
                    .tags("places", what, "kind", kind.name())
                    .register(meters);
        }
        Gauge.builder("mokiniai.capacity.waiting", places, Places::waiting)
                .tag("places", what)
                .register(meters);
        FunctionCounter.builder("mokiniai.capacity.refused", places, Places::refused)
                .tag("places", what)
                .register(meters);
    }

    /** Places for exchanges: whoever has one may begin a transaction. */
    public Places exchanges() {
        return exchanges;
    }

    /** Places for rows of refused messages, for whoever has no place for an exchange. */
    public Places rows() {
        return rows;
    }

    /** Waits for exchanges that are in the way of another one, without a place. */
    public OtherExchanges others() {
        return others;
    }
}
