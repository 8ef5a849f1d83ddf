package lt.mokiniai.exchange.outcomes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of getOutcome.
 *
 * @param content for how long after a message was received its answer is told again; then its receipt alone is
 */
@ConfigurationProperties("mokiniai.outcomes")
record OutcomeProperties(@DefaultValue("24h") Duration content) {

    /** @throws IllegalArgumentException that names the setting that is wrong */
    OutcomeProperties {
        if (content.isNegative()) {
            throw new IllegalArgumentException("mokiniai.outcomes.content must not be negative");
        }
    }
}
