/**
 * What the turn of the school year left behind, for the operator: enrolments that nobody promoted, ended or moved, and those in
 * institutions that are closed. It must not know who asks; it is shown to no party.
 */
@NamedInterface("turn")
@NullMarked
package lt.mokiniai.register.enrolments.turn;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
