/**
 * What became of a message, told to a party that lost the answer to it: the answer once more, as far as it is granted today,
 * or why there is none. It answers from the log and from contracts; it must not know what a student is, and makes no query about
 * one.
 */
@ApplicationModule(
        displayName = "Outcomes",
        allowedDependencies = {
            "contract.active",
            "contract.model",
            "contract.schema",
            "exchange.checks",
            "exchange.evidence",
            "exchange.evidence :: originals",
            "exchange.message",
            "exchange.representation",
            "kernel",
            "platform.xml",
            "wsdl"
        })
@NullMarked
package lt.mokiniai.exchange.outcomes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
