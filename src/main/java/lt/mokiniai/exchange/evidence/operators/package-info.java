/**
 * Acts of operators that change the register without a message: a row of the log for each. It must not know what an act does.
 */
@NamedInterface("operators")
@NullMarked
package lt.mokiniai.exchange.evidence.operators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
