/**
 * The contracts: reads and checks {@code contracts/}, tells whose certificate signed, admits an exchange, and narrows
 * its answer at the gate. It must not know what a pupil is, how a message is signed or how it travels: it sees paths of
 * the published schemas and nothing of the register.
 */
@ApplicationModule(displayName = "Contract")
@NullMarked
package lt.mokiniai.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
