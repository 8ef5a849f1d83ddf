/**
 * Results: what a student was assessed in, and how, in a school year of an enrolment. It answers within the {@code Scope} that
 * it is given; it must not know who asks, what a contract is, or what is logged.
 */
@ApplicationModule(
        displayName = "Results",
        allowedDependencies = {
            "kernel",
            "register.enrolments",
            "register.enrolments :: facts",
            "register.history",
            "register.reference",
            "register.sql",
            "register.students",
            "register.students :: facts",
            "register.times",
            "register.writing",
            "wsdl"
        })
@NullMarked
package lt.mokiniai.register.results;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
