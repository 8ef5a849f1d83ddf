/**
 * The Register of Pedagogues as a source: heads of institutions, class teachers and other posts (docs/sources/pedagogues.md).
 */
@ApplicationModule(
        displayName = "Pedagogues of their register",
        allowedDependencies = {
            "intake.source",
            "intake.values",
            "kernel",
            "register.reference",
            "register.reference :: facts",
            "wsdl"
        })
@NullMarked
package lt.mokiniai.intake.pedagogues;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
