/**
 * What people see of the service: its start page, and why a start failed. It reads what the other modules show in public
 * and changes nothing; no other module may need it.
 */
@ApplicationModule(
        displayName = "Console",
        allowedDependencies = {
            "contract.active",
            "contract.model",
            "contract.schema",
            "exchange.pipeline",
            "exchange.services",
            "intake.deliveries",
            "intake.reports",
            "kernel",
            "platform.clock",
            "platform.trust :: names",
            "tools.demo",
            "tools.sandbox"
        })
@NullMarked
package lt.mokiniai.tools.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
