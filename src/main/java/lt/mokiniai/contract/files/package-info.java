/**
 * The files of {@code contracts/}: reads them, checks them against {@code contract.xsd}, the published schemas and each
 * other, and tells every problem with its line and its remedy. It must not know which set is in force, nor what is asked
 * under it.
 */
@ApplicationModule(
        displayName = "Contract files",
        allowedDependencies = {
            "contract.model",
            "contract.schema",
            "contract.signatures",
            "kernel",
            "platform.trust",
            "platform.trust :: names",
            "platform.xml"
        })
@NullMarked
package lt.mokiniai.contract.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
