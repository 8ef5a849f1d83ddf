/**
 * What becomes of the students of an institution that closes: they move to its successor, end, or somebody decides about each
 * (docs/decisions/0052). It must not know what a contract is.
 */
@NullMarked
package lt.mokiniai.register.enrolments.closing;

import org.jspecify.annotations.NullMarked;
