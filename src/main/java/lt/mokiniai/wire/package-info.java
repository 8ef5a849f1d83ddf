/**
 * The way of every exchange, from the socket and back: the one place that knows the order of the gates. It publishes
 * every endpoint that it finds and names none of them; it must not know what a pupil is.
 */
@ApplicationModule(displayName = "Wire")
@NullMarked
package lt.mokiniai.wire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
