package lt.mokiniai.tools.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import lt.mokiniai.exchange.representation.Representation;
import lt.mokiniai.exchange.representation.Representation.Recorded;
import lt.mokiniai.exchange.representation.Representations;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.kernel.XRoadId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Records in a register that has nothing of the kind yet that the demo's vendor acts for the demo school, and acted for
 * another until the end of February 2026.
 */
@Component
@ConditionalOnProperty(name = "mokiniai.demo.enabled", havingValue = "true")
@DependsOnDatabaseInitialization
class DemoRepresentations implements SmartLifecycle {

    /** The subsystem that contract MR-2026-009 names. */
    private static final XRoadId VENDOR = XRoadId.parse("LT-DEMO/COM/190000093/vendor");

    /** A progymnasium of the demo register, in Vilnius city. */
    private static final LegalEntityCode FORMER = LegalEntityCode.completing("19100020");

    private static final Instant BEGINS = start(LocalDate.of(2026, 1, 1));
    private static final Instant ENDED = start(LocalDate.of(2026, 3, 1));

    private final Representations representations;
    private final Clock clock;
    private volatile boolean running;

    DemoRepresentations(Representations representations, Clock clock) {
        this.representations = representations;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (representations.all().isEmpty()) {
            Recorded recorded = new Recorded(clock.instant(), "demo");
            representations.record(new Representation(
                    new LegalEntityCode(DemoCast.SCHOOL),
                    VENDOR,
                    BEGINS,
                    Optional.empty(),
                    recorded,
                    Optional.empty()));
            representations.record(
                    new Representation(FORMER, VENDOR, BEGINS, Optional.of(ENDED), recorded, Optional.empty()));
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which starts late. */
    @Override
    public int getPhase() {
        return 0;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Dates.ZONE).toInstant();
    }
}
