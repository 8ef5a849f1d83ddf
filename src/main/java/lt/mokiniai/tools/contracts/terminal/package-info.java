/**
 * How a command talks with whoever sits at the terminal: in which language, and what it asks and reads of a contract. It
 * must not know what becomes of the answers.
 */
@NamedInterface("terminal")
@NullMarked
package lt.mokiniai.tools.contracts.terminal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
