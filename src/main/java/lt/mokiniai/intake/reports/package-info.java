/**
 * What came of deliveries, and how sources stand: the report, health, and what the start page shows. It reads what deliveries
 * wrote, and must not write it.
 */
@ApplicationModule(
        displayName = "Reports of deliveries",
        allowedDependencies = {"intake.deliveries", "intake.source", "kernel", "platform.clock", "platform.database"})
@NullMarked
package lt.mokiniai.intake.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
