/**
 * The values that all modules share: codes, the caller, the scope of an exchange, the catalogue of refusals, dates.
 * It is plain Java and must not know Spring, CXF, the database or any other module.
 */
@ApplicationModule(
        displayName = "Kernel",
        allowedDependencies = {})
@NullMarked
package lt.mokiniai.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
