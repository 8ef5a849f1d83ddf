/**
 * The keys that are kept in the database, wrapped by a master key that is not: the log's data keys, one a month, and
 * keys of their own for students' keyed digests and pseudonyms. It must not know what they are used on.
 */
@ApplicationModule(
        displayName = "Keys",
        allowedDependencies = {"kernel", "platform.clock", "platform.database"})
@NullMarked
package lt.mokiniai.exchange.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
