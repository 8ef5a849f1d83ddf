/**
 * The values that all modules share: codes and identifiers, the caller, dates. What an exchange may see, why one is
 * refused and the texts in both languages have packages of their own, which are for all modules as well. It is plain Java
 * and must not know Spring, CXF, the database or any other module.
 */
@ApplicationModule(
        displayName = "Kernel",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package lt.mokiniai.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
