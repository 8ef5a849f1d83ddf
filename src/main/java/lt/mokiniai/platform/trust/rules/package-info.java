/** Which keys and algorithms are taken, of messages, contracts, certificates and revocation lists. */
@NamedInterface("rules")
@NullMarked
package lt.mokiniai.platform.trust.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
