/**
 * What the register knows of other registers: institutions, programmes, licences, pedagogues and code lists. It must not know a
 * student.
 */
@ApplicationModule(
        displayName = "Reference data",
        allowedDependencies = {"kernel", "register.times"})
@NullMarked
package lt.mokiniai.register.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
