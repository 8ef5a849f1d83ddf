/**
 * Reading by SQL: which columns a question may select, on which conditions, and the typed rows that come. One text for
 * Oracle, PostgreSQL and H2. It must not know what the tables are about.
 */
@ApplicationModule(displayName = "SQL", allowedDependencies = "kernel")
@NullMarked
package lt.mokiniai.register.sql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
