/** What waits for a decision: records that do not fit, and full deliveries that end too much. */
@NullMarked
package lt.mokiniai.intake.deliveries.quarantine;

import org.jspecify.annotations.NullMarked;
