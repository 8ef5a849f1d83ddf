/**
 * The checks that every message passes, each a class with its stage, and the list of them: the service runs it, and so
 * does whoever tells what would become of a message, as far as the checks can be run there. After the signature no check
 * knows how a message proves who sent it: another entry point fills the same {@link
 * lt.mokiniai.exchange.message.CheckedMessage}. A check must not know what becomes of the message, nor who runs it.
 */
@ApplicationModule(
        displayName = "Checks",
        allowedDependencies = {
            "contract.model",
            "contract.schema",
            "exchange.message",
            "exchange.parsing",
            "exchange.quota",
            "kernel",
            "platform.trust"
        })
@NullMarked
package lt.mokiniai.exchange.checks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
