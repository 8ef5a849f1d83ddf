/**
 * What the register knows of other registers: institutions, programmes and code lists. It must not know a pupil.
 */
@ApplicationModule(displayName = "Reference data", allowedDependencies = "kernel")
@NullMarked
package lt.mokiniai.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
