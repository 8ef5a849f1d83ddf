/**
 * The operations that write students: what may be told of a person, who is in the register already, and whose record it is.
 */
@NamedInterface("writes")
@NullMarked
package lt.mokiniai.register.students.writes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
