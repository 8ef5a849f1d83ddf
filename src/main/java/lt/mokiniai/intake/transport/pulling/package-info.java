/**
 * Sources that are asked: on the schedule of their contracts, and on demand. What is asked next is what the register says that it
 * lacks. How a source is asked is the matter of its adapter.
 */
@NamedInterface("pulling")
@NullMarked
package lt.mokiniai.intake.transport.pulling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
