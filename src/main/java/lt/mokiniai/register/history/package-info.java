/**
 * Dated facts: how they are asserted, ended and corrected, and the conditions on their two times: what holds on a day, as
 * known at a time. It must not know what the facts are about.
 */
@ApplicationModule(
        displayName = "History",
        allowedDependencies = {"kernel", "platform.database", "register.sql"})
@NullMarked
package lt.mokiniai.register.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
