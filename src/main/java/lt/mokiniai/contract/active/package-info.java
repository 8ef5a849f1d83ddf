/**
 * Which contracts are in force: takes a changed folder as one set or not at all, keeps every set that ever was in force
 * in the database, and follows the set that another node has put into force. It must not know what is asked under a
 * contract.
 */
@ApplicationModule(
        displayName = "Active contracts",
        allowedDependencies = {
            "contract.files :: *",
            "contract.files",
            "contract.model",
            "contract.schema",
            "contract.signatures",
            "kernel",
            "platform.database",
            "platform.trust"
        })
@NullMarked
package lt.mokiniai.contract.active;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
