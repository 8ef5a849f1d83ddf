/** The Pupils' Register exchange: each direct sub-package is a module; start reading at {@code wire}. */
@NullMarked
package lt.mokiniai;

import org.jspecify.annotations.NullMarked;
