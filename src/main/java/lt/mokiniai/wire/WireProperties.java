package lt.mokiniai.wire;

import java.time.Duration;
import lt.mokiniai.kernel.XRoadId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the wire.
 *
 * @param register the register's own X-Road identifier, {@code instance/memberClass/memberCode/subsystemCode}
 * @param retryAfter when a message that was refused as too much ({@code MR-903}) may be sent again, in whole seconds
 * @param limits what a message may measure
 */
@ConfigurationProperties("mokiniai.wire")
public record WireProperties(
        @Nullable String register,
        @DefaultValue("5s") Duration retryAfter,
        @DefaultValue Limits limits) {

    /** @throws IllegalArgumentException that names the setting that is missing or wrong */
    public WireProperties {
        if (register == null) {
            throw new IllegalArgumentException(
                    "mokiniai.wire.register must be the register's X-Road identifier, such as LT/GOV/123456789/mokiniai");
        }
        XRoadId.parse(register);
        if (retryAfter.toSeconds() < 1) {
            throw new IllegalArgumentException("mokiniai.wire.retry-after must be 1s or more");
        }
    }

    /** The register's own X-Road identifier. */
    public XRoadId registerId() {
        return XRoadId.parse(String.valueOf(register));
    }

    /**
     * What a message may measure (design, security.md, A22 and A25).
     *
     * @param bytes size of the whole message
     * @param depth nesting of elements
     * @param elements number of elements
     * @param children number of an element's children
     * @param attributes number of an element's attributes
     * @param attributeSize length of an attribute's value
     * @param text length of one text
     */
    public record Limits(
            @DefaultValue("2097152") int bytes,
            @DefaultValue("40") int depth,
            @DefaultValue("20000") int elements,
            @DefaultValue("2000") int children,
            @DefaultValue("50") int attributes,
            @DefaultValue("4096") int attributeSize,
            @DefaultValue("65536") int text) {}
}
