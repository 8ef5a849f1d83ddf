/**
 * The service descriptions that a party is given: its own WSDL, narrowed to its contract and flattened into one file.
 * It works on the published WSDLs and schemas, and must not know what a contract is, who a party is or how a message
 * travels: it is told what may be asked and shown.
 */
@ApplicationModule(
        displayName = "Service descriptions",
        allowedDependencies = {"kernel", "platform.xml"})
@NullMarked
package lt.mokiniai.contract.description;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
