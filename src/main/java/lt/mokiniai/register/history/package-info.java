/**
 * Dated facts, and how questions about them are put together: what holds on a day, as known at a time, and which columns
 * a question may read. It must not know what the facts are about.
 */
@ApplicationModule(displayName = "History", allowedDependencies = "kernel")
@NullMarked
package lt.mokiniai.register.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
