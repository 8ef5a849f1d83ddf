/** The Pupils' Register exchange: five groups of modules over a kernel (docs/architecture.md, 'Modules'). */
@NullMarked
package lt.mokiniai;

import org.jspecify.annotations.NullMarked;
