/**
 * School certificates: what was issued to a student, and whether a certificate that is presented stands. It answers within
 * the {@code Scope} that it is given; it must not know who asks, what a contract is, or what is logged.
 */
@ApplicationModule(
        displayName = "Certificates",
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
            "wsdl"
        })
@NullMarked
package lt.mokiniai.register.certificates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
