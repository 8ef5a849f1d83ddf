/**
 * XML as everybody reads, walks and writes it: parsers that take no DTD and open nothing, and the elements of a tree. What
 * a message may cost is the matter of {@code exchange.parsing}, which builds the trees of envelopes by itself.
 */
@ApplicationModule(
        displayName = "XML",
        allowedDependencies = {})
@NullMarked
package lt.mokiniai.platform.xml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
