/** Results as they are written. */
@NamedInterface("facts")
@NullMarked
package lt.mokiniai.register.results.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
