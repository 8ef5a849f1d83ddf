/**
 * Exchanges that do their work in parts: which of them are at work, and the end of those that are no more. It must not know
 * what a part does.
 */
@NamedInterface("parts")
@NullMarked
package lt.mokiniai.exchange.evidence.parts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
