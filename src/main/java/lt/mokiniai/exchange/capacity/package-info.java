/**
 * How many exchanges are at work with the database at once, and whose turn it is: places for exchanges, fewer than there
 * are connections, of which one party cannot have all and lists cannot have all, and places for the rows of refused
 * messages (docs/decisions/0022-places-at-the-database.md). It must not know what an exchange does, or what a contract is.
 */
@ApplicationModule(displayName = "Capacity", allowedDependencies = "kernel")
@NullMarked
package lt.mokiniai.exchange.capacity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
