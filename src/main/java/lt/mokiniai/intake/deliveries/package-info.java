/**
 * Deliveries of source registers: received, checked, applied in their order record by record, compared and reported. It must not
 * know any register, nor how a delivery came (docs/decisions/0056).
 */
@ApplicationModule(
        displayName = "Deliveries",
        allowedDependencies = {
            "contract.schema",
            "intake.source",
            "kernel",
            "platform.clock",
            "platform.database",
            "platform.xml",
            "register.history",
            "register.reference",
            "register.tasks",
            "register.times",
            "wsdl"
        })
@NullMarked
package lt.mokiniai.intake.deliveries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
