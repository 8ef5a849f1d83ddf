/** What enrolments say of a student's studies: whether a population holds the student, and whether a fact is true. */
@NullMarked
package lt.mokiniai.register.enrolments.studies;

import org.jspecify.annotations.NullMarked;
