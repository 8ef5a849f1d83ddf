/**
 * What may stand in the service log: no text of an exception, and no text of a library, once messages are taken. It must
 * not know what is logged.
 */
@ApplicationModule(
        displayName = "Service log",
        allowedDependencies = {})
@NullMarked
package lt.mokiniai.platform.servicelog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
