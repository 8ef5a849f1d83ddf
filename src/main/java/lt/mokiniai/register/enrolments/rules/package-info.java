/** What must hold of an enrolment, by what the register knows of the programme, the institution and the student. */
@NamedInterface("rules")
@NullMarked
package lt.mokiniai.register.enrolments.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
