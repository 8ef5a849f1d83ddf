/**
 * A signing SOAP client: it makes a request of the published services, signs it, sends it, and verifies what comes back.
 * It knows no demo, no contract and no command line; who calls with which key is told to it.
 */
@ApplicationModule(
        displayName = "SOAP client",
        allowedDependencies = {"platform.xml", "contract.schema", "exchange.security", "kernel", "platform.trust"})
@NullMarked
package lt.mokiniai.tools.client;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
