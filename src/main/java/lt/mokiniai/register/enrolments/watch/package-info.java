/** What the operator is told of enrolments without asking. It must not know what is counted. */
@NullMarked
package lt.mokiniai.register.enrolments.watch;

import org.jspecify.annotations.NullMarked;
