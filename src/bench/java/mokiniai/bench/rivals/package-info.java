/**
 * Stacks that others would answer the same calls with: the same WSDL, headers and signed parts, an answer of the same shape from
 * memory. They check the signature and the Timestamp of a request, and nothing else of what the register checks; they have no
 * database, no log and no contract.
 */
@NullMarked
package mokiniai.bench.rivals;

import org.jspecify.annotations.NullMarked;
