/**
 * What records of several source registers have in common: how their values are read from CSV, and looked at by what the register
 * knows. It must not know any register, nor record anything.
 */
@ApplicationModule(
        displayName = "Values of records",
        allowedDependencies = {"intake.source", "kernel", "register.reference", "register.times", "wsdl"})
@NullMarked
package lt.mokiniai.intake.values;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
