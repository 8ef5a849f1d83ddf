/**
 * The way of every exchange, from the socket and back: the one place that knows the order of the checks. It publishes
 * every endpoint that it finds and names none of them; it must not know what a student is.
 */
@ApplicationModule(
        displayName = "Pipeline",
        allowedDependencies = {
            "contract.active",
            "contract.model",
            "contract.schema",
            "exchange.capacity",
            "exchange.checks",
            "exchange.evidence",
            "exchange.evidence :: parts",
            "exchange.keys",
            "exchange.message",
            "exchange.parsing",
            "exchange.representation",
            "kernel",
            "platform.clock",
            "platform.database",
            "platform.trust",
            "platform.xml",
            "wsdl"
        })
@NullMarked
package lt.mokiniai.exchange.pipeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
