/**
 * What one exchange may see of the register: which elements, which students, how far back, and under which pseudonyms; and
 * whom it turned out to be about. It must not know who asks, nor what a student is.
 */
@NullMarked
package lt.mokiniai.kernel.scope;

import org.jspecify.annotations.NullMarked;
