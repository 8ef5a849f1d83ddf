/**
 * What makes the embedded database as durable and private as a database server: a commit that outlives a killed process
 * and a lost power supply, files that nobody but their owner can read, and the space that they take
 * (docs/decisions/0015-embedded-database.md). It must not know what is stored, and does nothing beside a database server.
 */
@ApplicationModule(
        displayName = "Embedded database",
        allowedDependencies = {})
@NullMarked
package lt.mokiniai.platform.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
