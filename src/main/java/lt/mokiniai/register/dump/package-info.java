/**
 * Writes the register into the form of {@code register.form}: everybody and everything of them, as it holds, held and was
 * believed (docs/load.md). It reads, and must not know who asks or where the records go.
 */
@ApplicationModule(
        displayName = "Dump",
        allowedDependencies = {"register.enrolments :: facts", "register.form", "register.reference"})
@NullMarked
package lt.mokiniai.register.dump;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
