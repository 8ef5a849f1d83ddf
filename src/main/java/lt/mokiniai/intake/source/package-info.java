/**
 * What a source register is to this one: a description, a reader and a mapper of its records. It must not know any register, how
 * a delivery came, or in which order deliveries are applied (docs/decisions/0056).
 */
@ApplicationModule(displayName = "Source registers", allowedDependencies = "kernel")
@NullMarked
package lt.mokiniai.intake.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
