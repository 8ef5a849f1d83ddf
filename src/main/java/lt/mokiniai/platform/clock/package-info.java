/** The clocks that a server asks, each by its annotation. It must not know what is judged by them. */
@ApplicationModule(displayName = "Clocks", allowedDependencies = "kernel")
@NullMarked
package lt.mokiniai.platform.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
