/** Names of certificates' subjects and issuers: read in every form that tools print, and compared in one way. */
@NamedInterface("names")
@NullMarked
package lt.mokiniai.platform.trust.names;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
