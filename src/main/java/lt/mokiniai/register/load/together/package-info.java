/**
 * What is looked at of several students together: by what each is known, so that no two are known by one thing, and which of their
 * records were merged or told apart. It must not know what else is recorded of a student.
 */
@NullMarked
package lt.mokiniai.register.load.together;

import org.jspecify.annotations.NullMarked;
