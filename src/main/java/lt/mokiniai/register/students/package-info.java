/**
 * Students: who they are, where they live, who cares for them. It answers within the {@code Scope} that it is given; it must
 * not know who asks, what a contract is, or what is logged. What concerns their studies it asks through {@code StudyLookup}.
 */
@ApplicationModule(
        displayName = "Students",
        allowedDependencies = {
            "kernel",
            "register.history",
            "register.reference",
            "register.sql",
            "register.tasks",
            "register.times",
            "register.tokens",
            "register.writing",
            "wsdl"
        })
@NullMarked
package lt.mokiniai.register.students;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
