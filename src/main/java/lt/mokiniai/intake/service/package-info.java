/**
 * The service Intake: source registers deliver by messages, and are told what came of it. It must not know a rule of any
 * register, nor how deliveries are applied.
 */
@ApplicationModule(
        displayName = "Service Intake",
        allowedDependencies = {
            "intake.deliveries",
            "intake.reports",
            "intake.source",
            "kernel",
            "register.tokens",
            "wsdl"
        })
@NullMarked
package lt.mokiniai.intake.service;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
