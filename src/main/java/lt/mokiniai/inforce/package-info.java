/**
 * Which contracts are in force: takes a changed folder as one set or not at all, keeps every set that ever was in force
 * in the database, and follows the set that another node has put into force. It must not know what is asked under a
 * contract.
 */
@ApplicationModule(displayName = "Contracts in force")
@NullMarked
package lt.mokiniai.inforce;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
