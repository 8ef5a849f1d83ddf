/** How records of deliveries are received: checked, kept, and told what is missing before them. */
@NullMarked
package lt.mokiniai.intake.deliveries.receiving;

import org.jspecify.annotations.NullMarked;
