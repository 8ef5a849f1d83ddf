/** The facts about a person, as they are written. */
@NamedInterface("facts")
@NullMarked
package lt.mokiniai.register.students.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
