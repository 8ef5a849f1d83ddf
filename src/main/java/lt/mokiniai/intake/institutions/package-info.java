/**
 * The Register of Education and Science Institutions as a source: institutions, their units, founders, former codes and
 * successors (docs/sources/institutions.md).
 */
@ApplicationModule(
        displayName = "Institutions of their register",
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
package lt.mokiniai.intake.institutions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
