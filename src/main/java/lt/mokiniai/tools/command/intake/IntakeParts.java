package lt.mokiniai.tools.command.intake;

import java.util.List;
import lt.mokiniai.tools.command.loading.RegisterParts;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/**
 * What deliveries need beside the register and the log: contracts, keys, and the source registers. It bears no stereotype, so that
 * the scan of the whole service passes it by.
 */
@EntityScan("lt.mokiniai.intake")
@ComponentScan({"lt.mokiniai.contract", "lt.mokiniai.intake", "lt.mokiniai.platform.trust", "lt.mokiniai.tools.sources"
})
final class IntakeParts {

    private IntakeParts() {}

    /** Starts them, with the register's. */
    static ConfigurableApplicationContext start(List<String> settings) {
        return RegisterParts.start(settings, false, IntakeParts.class);
    }
}
