/**
 * Faults that nobody can provoke at will, rehearsed for one party. They decorate the parts of an exchange from outside:
 * what stands in an exchange knows nothing of them (docs/decisions/0013-sandbox.md). Another module must not need it.
 */
@NullMarked
package lt.mokiniai.tools.sandbox.rehearsal;

import org.jspecify.annotations.NullMarked;
