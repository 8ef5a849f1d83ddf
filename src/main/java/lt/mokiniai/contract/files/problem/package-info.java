/** The catalogue of what can be wrong with a contract file, and what was probably meant. It must not know how files are read. */
@NamedInterface("problem")
@NullMarked
package lt.mokiniai.contract.files.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
