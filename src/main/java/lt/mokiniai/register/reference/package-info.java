/**
 * What the register knows of other registers: institutions, programmes and code lists. It must not know a student.
 */
@ApplicationModule(displayName = "Reference data", allowedDependencies = "kernel")
@NullMarked
package lt.mokiniai.register.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
