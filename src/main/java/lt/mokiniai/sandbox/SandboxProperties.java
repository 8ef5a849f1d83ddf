package lt.mokiniai.sandbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the sandbox.
 *
 * @param enabled whether this start is a sandbox; only a demo may be one
 */
@ConfigurationProperties("mokiniai.sandbox")
public record SandboxProperties(@DefaultValue("false") boolean enabled) {}
