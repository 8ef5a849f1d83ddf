package lt.mokiniai.exchange.keys;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the keys in the database.
 *
 * @param master the file that holds the master key: 32 random bytes in base64, readable by the service alone
 * @param lookEvery how often a node looks whether the keys that it uses are still those of the database
 */
@ConfigurationProperties("mokiniai.key")
public record KeyProperties(
        @Nullable Path master, @DefaultValue("2s") Duration lookEvery) {

    /** @throws IllegalArgumentException when the master key is not set, or the keys are never looked at */
    public KeyProperties {
        if (master == null) {
            throw new IllegalArgumentException("mokiniai.key.master must name the file of the master key (32 random"
                    + " bytes in base64); the log never keeps messages in the clear");
        }
        if (lookEvery.isNegative() || lookEvery.isZero()) {
            throw new IllegalArgumentException("mokiniai.key.look-every must be more than 0");
        }
    }

    Path masterFile() {
        return Objects.requireNonNull(master);
    }
}
