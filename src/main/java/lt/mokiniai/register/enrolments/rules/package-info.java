/** What must hold of an enrolment, by what the register knows of the programme, the institution and the student. */
@NullMarked
package lt.mokiniai.register.enrolments.rules;

import org.jspecify.annotations.NullMarked;
