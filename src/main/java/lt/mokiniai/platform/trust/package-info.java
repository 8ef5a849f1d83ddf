/**
 * Keys and certificates: the register's own, those of parties, the authorities that are trusted and what they revoked.
 * Whoever verifies a message, reads a contract's signature or makes a demo's keys uses it; it must not know what is signed.
 */
@ApplicationModule(
        displayName = "Trust",
        allowedDependencies = {"kernel", "platform.clock"})
@NullMarked
package lt.mokiniai.platform.trust;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
