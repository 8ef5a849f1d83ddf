/**
 * What a party can ask about itself: how the register sees it, what its contracts say, what would become of a request, its own
 * WSDL, and through {@code exchange.outcomes} what became of a message. It answers from contracts and counts alone; it must not
 * know what a student is, and makes no query about one. Others' contracts it does not tell of.
 */
@ApplicationModule(
        displayName = "Self-service",
        allowedDependencies = {
            "contract.active",
            "contract.description",
            "contract.files",
            "contract.model",
            "contract.schema",
            "exchange.checks",
            "exchange.message",
            "exchange.outcomes",
            "exchange.parsing",
            "exchange.quota",
            "kernel",
            "platform.clock",
            "platform.trust",
            "wsdl"
        })
@NullMarked
package lt.mokiniai.exchange.selfservice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
