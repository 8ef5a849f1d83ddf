/**
 * Who may act for whom: which subsystem of another party for which institution, from when and until when, with all that was
 * ever recorded of it. It must not know what a contract lets another party do, nor what a message says.
 */
@ApplicationModule(
        displayName = "Representation",
        allowedDependencies = {"kernel", "platform.database"})
@NullMarked
package lt.mokiniai.exchange.representation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
