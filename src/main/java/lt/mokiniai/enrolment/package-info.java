/**
 * Enrolments: where, in which programme and in which class a pupil studies, and studied. It answers within the {@code
 * Scope} that it is given; it must not know who asks, what a contract is, or what is logged.
 */
@ApplicationModule(
        displayName = "Enrolments",
        allowedDependencies = {"kernel", "fact", "reference", "student", "wsdl"})
@NullMarked
package lt.mokiniai.enrolment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
