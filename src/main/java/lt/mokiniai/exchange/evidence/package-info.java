/**
 * The message log: one row an exchange, with the exact bytes, so that every exchange can be proved years later, and the
 * guard against replays. It must not know what a message means, what a contract is, or what a student is.
 */
@ApplicationModule(
        displayName = "Evidence",
        allowedDependencies = {"exchange.capacity", "exchange.keys", "kernel", "platform.clock", "platform.database"})
@NullMarked
package lt.mokiniai.exchange.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
