/**
 * How the database is reached: the limits of time on connections, statements and transactions, what a failure of it is
 * called, and connections for work that may take long. It must not know what is kept in the database.
 */
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {})
@NullMarked
package lt.mokiniai.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
