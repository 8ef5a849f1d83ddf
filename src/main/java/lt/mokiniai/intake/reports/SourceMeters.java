package lt.mokiniai.intake.reports;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lt.mokiniai.intake.deliveries.SourceRegisters;
import lt.mokiniai.platform.clock.RegisterClock;
import lt.mokiniai.platform.database.Diagnosis;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The meters of the sources. They are read from time to time, and not for each who asks. */
@Component
class SourceMeters {

    private static final Logger LOG = LoggerFactory.getLogger(SourceMeters.class);
    private static final String SOURCE = "source";

    private final SourceStates sources;
    private final Clock clock;
    private final Map<String, SourceState> read = new ConcurrentHashMap<>();

    SourceMeters(SourceStates sources, SourceRegisters registers, @RegisterClock Clock clock, MeterRegistry meters) {
        this.sources = sources;
        this.clock = clock;
        registers.all().forEach(register -> measure(register.description().name(), meters));
    }

    private void measure(String register, MeterRegistry meters) {
        Gauge.builder("mokiniai.sources.age", this, all -> all.age(register))
                .tag(SOURCE, register)
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("mokiniai.sources.quarantined", this, all -> all.quarantined(register))
                .tag(SOURCE, register)
                .register(meters);
        Gauge.builder("mokiniai.sources.missing", this, all -> all.missing(register))
                .tag(SOURCE, register)
                .register(meters);
    }

    /** Reads how the sources stand. */
    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT1M")
    void read() {
        try {
            sources.all().forEach(source -> read.put(source.register(), source));
        } catch (DataAccessException failure) {
            LOG.warn(
                    "The sources cannot be read now: {}",
                    Diagnosis.of(failure).map(Diagnosis::toString).orElse("no reason is known"));
        }
    }

    private double age(String register) {
        SourceState state = read.get(register);
        return state == null
                ? Double.NaN
                : state.last()
                        .map(last -> (double) Duration.between(last.appliedAt(), clock.instant())
                                .toSeconds())
                        .orElse(Double.NaN);
    }

    private double quarantined(String register) {
        SourceState state = read.get(register);
        return state == null ? Double.NaN : state.quarantined();
    }

    private double missing(String register) {
        SourceState state = read.get(register);
        return state == null
                ? Double.NaN
                : state.missing().stream()
                        .mapToLong(range -> range.to() - range.from() + 1)
                        .sum();
    }
}
