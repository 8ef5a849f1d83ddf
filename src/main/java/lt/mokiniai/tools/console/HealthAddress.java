package lt.mokiniai.tools.console;

import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where health stands: on a port of its own, which whoever is at the demo's machine can reach. */
@Component
class HealthAddress {

    private final Environment environment;

    HealthAddress(Environment environment) {
        this.environment = environment;
    }

    /** Gives the address, where there is such a port; within a request. */
    Optional<String> find() {
        return Optional.ofNullable(environment.getProperty("local.management.port"))
                .map(port -> ServletUriComponentsBuilder.fromCurrentContextPath()
                        .port(port)
                        .path("/actuator/health")
                        .toUriString());
    }
}
