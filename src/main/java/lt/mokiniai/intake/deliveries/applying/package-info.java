/** How deliveries are applied: one record at a time, each in a transaction of its own, by whichever node comes first. */
@NullMarked
package lt.mokiniai.intake.deliveries.applying;

import org.jspecify.annotations.NullMarked;
