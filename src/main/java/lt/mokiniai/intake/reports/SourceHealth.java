package lt.mokiniai.intake.reports;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import lt.mokiniai.platform.clock.RegisterClock;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says how the sources stand. The node is fit to answer whatever they do: their trouble is told, and takes no node away. */
@Component("sourceRegistersHealthIndicator")
class SourceHealth implements HealthIndicator {

    private final SourceStates sources;
    private final Clock clock;

    SourceHealth(SourceStates sources, @RegisterClock Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        sources.all().forEach(source -> health.withDetail(source.register(), details(source)));
        return health.build();
    }

    private Map<String, Object> details(SourceState source) {
        Map<String, Object> details = new LinkedHashMap<>();
        source.last().ifPresent(last -> {
            details.put("delivery", last.header().series() + " " + last.header().sequence());
            details.put("appliedAt", last.appliedAt().toString());
            details.put(
                    "age",
                    Duration.between(last.appliedAt(), clock.instant())
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString());
        });
        if (!source.missing().isEmpty()) {
            details.put(
                    "missing",
                    source.missing().stream()
                            .map(range -> range.series() + " " + range.from()
                                    + (range.to() > range.from() ? "-" + range.to() : ""))
                            .toList());
        }
        details.put("quarantined", source.quarantined());
        details.put("held", source.held());
        return details;
    }
}
