/**
 * Dated facts and how they are written: asserted, ended and corrected, by one at a time for each person. It must not know what
 * the facts are about.
 */
@ApplicationModule(
        displayName = "History",
        allowedDependencies = {"kernel", "register.times"})
@NullMarked
package lt.mokiniai.register.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
