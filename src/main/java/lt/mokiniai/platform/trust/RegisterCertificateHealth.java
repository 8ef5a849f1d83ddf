package lt.mokiniai.platform.trust;

import java.time.Clock;
import java.time.Instant;
import lt.mokiniai.platform.clock.MessageClock;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Says when the register's own certificates end. For some time before, the node is fit to answer and warns; after, it
 * answers nothing that it would have to sign with that key.
 */
@Component("registerCertificateHealthIndicator")
class RegisterCertificateHealth implements HealthIndicator {

    private static final Status ENDS =
            new Status("CERTIFICATE_ENDS", "a certificate of the register is to be replaced soon");

    private final RegisterKeys keys;
    private final SecurityProperties properties;
    private final Clock clock;

    RegisterCertificateHealth(RegisterKeys keys, SecurityProperties properties, @MessageClock Clock clock) {
        this.keys = keys;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Instant end = keys.end();
        Health.Builder health = keys.problem()
                .map(problem -> new Health.Builder(Status.DOWN).withDetail("certificate", problem))
                .orElseGet(() -> new Health.Builder(isNear(end) ? ENDS : Status.UP));
        return health.withDetail("validUntil", end.toString()).build();
    }

    private boolean isNear(Instant end) {
        return end.isBefore(clock.instant().plus(properties.certificateWarning()));
    }
}
