/**
 * The Register of Licences as a source: which institution may teach which vocational programme, from when until when
 * (docs/sources/licences.md).
 */
@ApplicationModule(
        displayName = "Licences of their register",
        allowedDependencies = {
            "intake.source",
            "intake.values",
            "kernel",
            "register.enrolments :: closing",
            "register.reference",
            "register.reference :: facts",
            "wsdl"
        })
@NullMarked
package lt.mokiniai.intake.licences;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
