/**
 * Enrolments: where, in which programme and in which class a student studies, and studied. It answers within the {@code
 * Scope} that it is given; it must not know who asks, what a contract is, or what is logged.
 */
@ApplicationModule(
        displayName = "Enrolments",
        allowedDependencies = {
            "kernel",
            "platform.clock",
            "platform.database",
            "register.history",
            "register.reference",
            "register.sql",
            "register.students",
            "register.students :: facts",
            "register.students :: merging",
            "register.tasks",
            "register.times",
            "register.writing",
            "wsdl"
        })
@NullMarked
package lt.mokiniai.register.enrolments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
