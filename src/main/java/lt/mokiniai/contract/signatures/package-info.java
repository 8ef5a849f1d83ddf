/**
 * The XML signatures that stand in a contract file, one of each party: makes them, verifies them and tells whether both
 * parties have signed (decision 12). It sees an XML document and certificates. It must not know what a contract says, how
 * a message is signed or how the service is set up.
 */
@ApplicationModule(
        displayName = "Contract signatures",
        allowedDependencies = {"kernel", "platform.trust :: rules", "platform.xml"})
@NullMarked
package lt.mokiniai.contract.signatures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
