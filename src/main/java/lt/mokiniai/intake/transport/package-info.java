/**
 * The ways by which deliveries come that are no messages: signed files, and the answers of sources that are asked on schedule
 * (docs/decisions/0057). It finds out who delivers and under which contract, reads records, and gives them to whoever takes in
 * deliveries. It must not know any register, what a source speaks, or how its acts are logged.
 */
@ApplicationModule(
        displayName = "Transports",
        allowedDependencies = {
            "contract.active",
            "contract.model",
            "contract.schema",
            "contract.signatures",
            "intake.deliveries",
            "intake.source",
            "kernel",
            "platform.clock",
            "platform.database",
            "platform.embedded",
            "platform.trust",
            "platform.xml",
            "register.form",
            "register.form :: reading",
            "register.form :: report"
        })
@NullMarked
package lt.mokiniai.intake.transport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
