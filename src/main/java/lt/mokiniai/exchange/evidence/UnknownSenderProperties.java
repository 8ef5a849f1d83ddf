package lt.mokiniai.exchange.evidence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is kept of messages whose sender is not known. The limits are the database's, for all nodes together.
 *
 * @param rowsAMinute how many are kept of a minute; the others are counted
 * @param rows how many are kept in all; the newest take the places of the oldest
 * @param keep how long one is kept at the most
 * @param keepCounts how long it is known how many were refused without being kept, by minute and reason
 */
@ConfigurationProperties("mokiniai.evidence.unknown-senders")
public record UnknownSenderProperties(
        @DefaultValue("60") int rowsAMinute,
        @DefaultValue("20000") int rows,
        @DefaultValue("90d") Duration keep,
        @DefaultValue("400d") Duration keepCounts) {

    /** @throws IllegalArgumentException that names the setting that is out of range */
    public UnknownSenderProperties {
        require(rowsAMinute >= 0, "rows-a-minute must not be negative");
        require(rows >= 1, "rows must be 1 or more");
        require(keep.toDays() >= 1, "keep must be a day (1d) or more");
        require(keepCounts.toDays() >= 1, "keep-counts must be a day (1d) or more");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("mokiniai.evidence.unknown-senders." + otherwise);
        }
    }
}
