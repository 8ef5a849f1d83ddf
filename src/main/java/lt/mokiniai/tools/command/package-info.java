/** The command line: what an operator or a tester types. It runs the other modules and holds no rule of its own. */
@ApplicationModule(
        displayName = "Command line",
        allowedDependencies = {
            "platform.xml",
            "contract.files :: *",
            "contract.files",
            "contract.model",
            "contract.schema",
            "contract.signatures",
            "exchange.evidence :: operators",
            "exchange.keys",
            "exchange.representation",
            "exchange.security",
            "intake.deliveries",
            "intake.reports",
            "intake.transport",
            "intake.transport :: files",
            "intake.transport :: pulling",
            "kernel",
            "platform.database",
            "platform.embedded",
            "platform.trust",
            "register.dump",
            "register.enrolments :: registrations",
            "register.enrolments :: turn",
            "register.form",
            "register.form :: report",
            "register.load",
            "tools.client",
            "tools.contracts",
            "tools.contracts :: terminal",
            "tools.demo"
        })
@NullMarked
package lt.mokiniai.tools.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
