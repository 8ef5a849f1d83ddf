/**
 * A message as the checks look at it: how it came, what its X-Road headers and its Body say, which operation it asks, and
 * what was found out about it so far. It must not know by which entry point it came, how it was signed, or what becomes
 * of it.
 */
@ApplicationModule(
        displayName = "Message",
        allowedDependencies = {"contract.model", "contract.schema", "exchange.http", "kernel", "platform.xml"})
@NullMarked
package lt.mokiniai.exchange.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
