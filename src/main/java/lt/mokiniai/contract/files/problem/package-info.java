/** The catalogue of what can be wrong with a contract file, and what was probably meant. It must not know how files are read. */
@NullMarked
package lt.mokiniai.contract.files.problem;

import org.jspecify.annotations.NullMarked;
