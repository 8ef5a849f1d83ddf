/**
 * WS-Security both ways: the shape, the signature and the certificate of a message that comes in, the signature of one
 * that goes out. WSS4J stays hidden in it. A command line client constructs its classes by hand; Spring is known to the configuration alone. It must not
 * know contracts, parties, operations or what a Body says.
 */
@ApplicationModule(
        displayName = "Security",
        allowedDependencies = {
            "exchange.parsing",
            "kernel",
            "platform.clock",
            "platform.trust",
            "platform.trust :: names",
            "platform.xml"
        })
@NullMarked
package lt.mokiniai.exchange.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
