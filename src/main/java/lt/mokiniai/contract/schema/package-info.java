/**
 * The published schemas as the rest of the service asks about them: which operations there are, what may stand in their
 * requests and answers and under which number of the regulations, and whether a request conforms. It reads
 * {@code wsdl/} on the class path and must not know contracts, messages or the register.
 */
@ApplicationModule(
        displayName = "Schemas",
        allowedDependencies = {"kernel", "platform.xml"})
@NullMarked
package lt.mokiniai.contract.schema;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
