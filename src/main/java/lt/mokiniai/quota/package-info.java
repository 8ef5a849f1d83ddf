/**
 * What the grants of contracts have used up, counted in the database for all nodes together: messages, pupils, looks at
 * one pupil, and the deliveries of contracts for one delivery. It must not know what a contract is besides its id, a
 * grant's name and a {@link lt.mokiniai.kernel.Quota}, what a message says, or who a pupil is: pupils are counted by
 * keyed digest.
 */
@ApplicationModule(displayName = "Quotas")
@NullMarked
package lt.mokiniai.quota;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
