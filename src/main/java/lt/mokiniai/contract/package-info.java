/**
 * What contracts say, and what follows for one exchange: whose certificate signed, whether it is admitted, what may be
 * asked, and what of its answer passes the gate. It must not know what a pupil is, how a message is signed or how it
 * travels, nor where contracts come from: it sees paths of the published schemas and nothing of the register.
 */
@ApplicationModule(displayName = "Contract")
@NullMarked
package lt.mokiniai.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
