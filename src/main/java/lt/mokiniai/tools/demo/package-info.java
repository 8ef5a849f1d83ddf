/**
 * A register to try things on: a certificate authority, keys and parties made at first start, contracts signed for
 * both parties, and invented students. It works only where {@code mokiniai.demo.enabled} is set, and no other module may need it to serve real data.
 */
@ApplicationModule(
        displayName = "Demo register",
        allowedDependencies = {
            "contract.signatures",
            "exchange.representation",
            "kernel",
            "platform.database",
            "platform.embedded",
            "platform.trust",
            "platform.trust :: names",
            "register.certificates :: facts",
            "register.enrolments :: facts",
            "register.history",
            "register.reference",
            "register.results :: facts",
            "register.students :: facts"
        })
@NullMarked
package lt.mokiniai.tools.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
