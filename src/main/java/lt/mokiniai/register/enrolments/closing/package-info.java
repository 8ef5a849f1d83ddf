/**
 * What becomes of the students of an institution that closes, or that may teach a programme no longer: they move to its successor,
 * end, or somebody decides about each (docs/decisions/0052). It must not know what a contract is, nor who told it.
 */
@NamedInterface("closing")
@NullMarked
package lt.mokiniai.register.enrolments.closing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
