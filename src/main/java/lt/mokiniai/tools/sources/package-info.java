/**
 * The register as a client of its sources: how one is asked that speaks SOAP with WS-Security, and how what sources bring
 * otherwise than by a message is logged. It must not know any register, nor what records say.
 */
@ApplicationModule(
        displayName = "Sources",
        allowedDependencies = {
            "contract.model",
            "exchange.evidence :: operators",
            "exchange.security",
            "intake.source",
            "intake.transport",
            "intake.transport :: pulling",
            "kernel",
            "platform.clock",
            "platform.trust",
            "platform.xml",
            "register.form",
            "tools.client",
            "tools.contracts :: terminal"
        })
@NullMarked
package lt.mokiniai.tools.sources;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
