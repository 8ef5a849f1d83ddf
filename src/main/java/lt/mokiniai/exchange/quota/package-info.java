/**
 * What the grants of contracts have used up, counted in the database for all nodes together: messages, students, looks at
 * one student, and the deliveries of contracts for one delivery. It must not know what a contract is besides its id, a
 * grant's name and a {@link lt.mokiniai.kernel.Quota}, what a message says, or who a student is: students are counted by
 * keyed digest.
 */
@ApplicationModule(
        displayName = "Quotas",
        allowedDependencies = {"exchange.keys", "kernel", "platform.clock", "platform.database"})
@NullMarked
package lt.mokiniai.exchange.quota;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
