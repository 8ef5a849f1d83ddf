/** What somebody has to decide about who a student is, and what is done then. */
@NullMarked
package lt.mokiniai.register.students.decisions;

import org.jspecify.annotations.NullMarked;
