/**
 * The entry points of messages: the one of signed messages, and what is told of a message that is not taken. An entry point
 * proves who sent a message and whose the answer is, each in its own way, and hands it to the pipeline in between. It must not
 * know what is checked of a message beyond that, nor what a student is.
 */
@ApplicationModule(
        displayName = "Entry points",
        allowedDependencies = {
            "contract.model",
            "exchange.checks",
            "exchange.evidence",
            "exchange.http",
            "exchange.message",
            "exchange.parsing",
            "exchange.pipeline",
            "exchange.security",
            "exchange.services",
            "kernel",
            "platform.trust"
        })
@NullMarked
package lt.mokiniai.exchange.entry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
