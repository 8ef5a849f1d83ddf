/** Enrolments as they are written: what is known of each are facts. */
@NamedInterface("facts")
@NullMarked
package lt.mokiniai.register.enrolments.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
