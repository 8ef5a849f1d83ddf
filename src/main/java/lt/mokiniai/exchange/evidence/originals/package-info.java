/**
 * What became of a message, found in the log by whose it was and by its id, and settled for good. It must not know what a
 * message says.
 */
@NamedInterface("originals")
@NullMarked
package lt.mokiniai.exchange.evidence.originals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
