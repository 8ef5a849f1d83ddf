/**
 * Transfers: a student moves from one school to another, asked for by the new one and confirmed by the former one or by its
 * silence. What is asked waits in a row of its own; the enrolments are written when it is confirmed.
 */
@NullMarked
package lt.mokiniai.register.enrolments.transfers;

import org.jspecify.annotations.NullMarked;
