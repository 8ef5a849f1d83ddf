package lt.mokiniai.tools.sandbox;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the sandbox.
 *
 * @param enabled whether this start is a sandbox; only a demo may be one
 * @param hosts by which names or addresses it is reached, beside localhost, 127.0.0.1 and [::1]; without a port
 */
@ConfigurationProperties("mokiniai.sandbox")
public record SandboxProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue({}) List<String> hosts) {}
