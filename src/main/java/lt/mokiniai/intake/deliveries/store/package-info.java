/** The tables of deliveries. */
@NullMarked
package lt.mokiniai.intake.deliveries.store;

import org.jspecify.annotations.NullMarked;
