/**
 * Stand-ins for the sources of the demo: a server in the same process that answers in the documented form, with records of an
 * invented register. They are there in a demo alone, and no other module may need them.
 */
@ApplicationModule(
        displayName = "Stand-ins of sources",
        allowedDependencies = {
            "contract.model",
            "exchange.security",
            "intake.source",
            "intake.transport",
            "intake.transport :: pulling",
            "kernel",
            "platform.clock",
            "platform.trust",
            "platform.xml",
            "tools.demo",
            "tools.sources"
        })
@NullMarked
package lt.mokiniai.tools.standins;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
