/**
 * Histories of what other registers tell: which rows are believed, and what becomes of them when something else is told. It must
 * not know what the rows are about.
 */
@NamedInterface("facts")
@NullMarked
package lt.mokiniai.register.reference.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
