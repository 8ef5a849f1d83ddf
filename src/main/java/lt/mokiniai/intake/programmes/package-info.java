/**
 * The Register of Study Programmes, Training Programmes and Qualifications (SMPKR) as a source: programmes with their state codes,
 * modules and qualifications (docs/sources/programmes.md).
 */
@ApplicationModule(
        displayName = "Programmes of their register",
        allowedDependencies = {
            "intake.source",
            "intake.values",
            "kernel",
            "register.reference",
            "register.reference :: facts",
            "wsdl"
        })
@NullMarked
package lt.mokiniai.intake.programmes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
