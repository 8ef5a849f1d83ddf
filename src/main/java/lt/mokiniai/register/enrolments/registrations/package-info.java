/**
 * Students who were registered and never enrolled, for the operator: a count for the meters and the service log, a list for a
 * command. It must not know who asks; it is shown to no party.
 */
@NamedInterface("registrations")
@NullMarked
package lt.mokiniai.register.enrolments.registrations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
