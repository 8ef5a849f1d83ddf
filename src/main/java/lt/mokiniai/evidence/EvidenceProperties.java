package lt.mokiniai.evidence;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the message log.
 *
 * @param masterKey the file that holds the log's master key: 32 random bytes in base64, readable by the service alone
 */
@ConfigurationProperties("mokiniai.evidence")
public record EvidenceProperties(@Nullable Path masterKey) {

    /** @throws IllegalArgumentException when the master key is not set */
    public EvidenceProperties {
        if (masterKey == null) {
            throw new IllegalArgumentException("mokiniai.evidence.master-key must name the file of the log's master"
                    + " key (32 random bytes in base64); the log never keeps messages in the clear");
        }
    }

    Path masterKeyFile() {
        return Objects.requireNonNull(masterKey);
    }
}
