/**
 * Classes that are taken into the next school year: a list of an institution, of which each entry is one unit of work, and what
 * came of each, kept so that it is told again and nothing is done twice (docs/decisions/0049).
 */
@NullMarked
package lt.mokiniai.register.enrolments.classes;

import org.jspecify.annotations.NullMarked;
