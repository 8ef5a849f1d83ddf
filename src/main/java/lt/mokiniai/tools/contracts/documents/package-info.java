/**
 * What is written of a contract: its annex in words, what a new version changes, and the file of a new contract; with the
 * engine that fills their templates. It must not know which command asks, nor how a terminal shows it.
 */
@NullMarked
package lt.mokiniai.tools.contracts.documents;

import org.jspecify.annotations.NullMarked;
