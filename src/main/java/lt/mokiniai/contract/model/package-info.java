/**
 * What contracts say, and what follows for one exchange: whose certificate signed, whether it is admitted, what may be
 * asked, and what of its answer passes the filter. It must not know what a student is, how a message is signed or how it
 * travels, nor where contracts come from: it sees paths of the published schemas and nothing of the register.
 */
@ApplicationModule(
        displayName = "Contract",
        allowedDependencies = {"contract.schema", "kernel", "platform.trust", "platform.trust :: names", "platform.xml"
        })
@NullMarked
package lt.mokiniai.contract.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
