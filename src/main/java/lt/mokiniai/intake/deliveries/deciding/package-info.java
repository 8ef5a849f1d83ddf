/** What follows when it is decided about a record that does not fit, or about a delivery that is held. */
@NullMarked
package lt.mokiniai.intake.deliveries.deciding;

import org.jspecify.annotations.NullMarked;
