package lt.mokiniai.exchange.pipeline;

import java.time.Duration;
import lt.mokiniai.exchange.parsing.Limits;
import lt.mokiniai.kernel.XRoadId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of exchanges.
 *
 * @param register the register's own X-Road identifier, {@code instance/memberClass/memberCode/subsystemCode}
 * @param retryAfter when a message that was refused as too much ({@code MR-903}) may be sent again, in whole seconds
 * @param heapShare how much of the heap all messages at work may take together, in percent
 * @param limits what a message may measure
 */
@ConfigurationProperties("mokiniai.exchange")
public record ExchangeProperties(
        @Nullable String register,
        @DefaultValue("5s") Duration retryAfter,
        @DefaultValue("25") int heapShare,
        @DefaultValue Limits limits) {

    /** @throws IllegalArgumentException that names the setting that is missing or wrong */
    public ExchangeProperties {
        if (register == null) {
            throw new IllegalArgumentException(
                    "mokiniai.exchange.register must be the register's X-Road identifier, such as LT/GOV/123456789/mokiniai");
        }
        XRoadId.parse(register);
        if (retryAfter.toSeconds() < 1) {
            throw new IllegalArgumentException("mokiniai.exchange.retry-after must be 1s or more");
        }
        if (heapShare < 1 || heapShare > 75) {
            throw new IllegalArgumentException("mokiniai.exchange.heap-share must be between 1 and 75 percent");
        }
    }

    /** The register's own X-Road identifier. */
    public XRoadId registerId() {
        return XRoadId.parse(String.valueOf(register));
    }
}
