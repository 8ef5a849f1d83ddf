/** In which order deliveries are applied: the numbers of series, what is missing in them, and what comes too late. */
@NullMarked
package lt.mokiniai.intake.deliveries.sequence;

import org.jspecify.annotations.NullMarked;
