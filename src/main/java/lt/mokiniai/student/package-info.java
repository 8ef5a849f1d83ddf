/**
 * Pupils: who they are, where they live, who cares for them. It answers within the {@code Scope} that it is given; it must
 * not know who asks, what a contract is, or what is logged. What concerns their studies it asks through {@code Studies}.
 */
@ApplicationModule(
        displayName = "Students",
        allowedDependencies = {"kernel", "fact", "reference", "wsdl"})
@NullMarked
package lt.mokiniai.student;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
