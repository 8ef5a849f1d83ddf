/**
 * What the demo register draws from: the lists in the resources {@code demo/*.csv}, invented names, and what certificates of
 * each kind say. It must not know the students.
 */
@NullMarked
package lt.mokiniai.tools.demo.register.lists;

import org.jspecify.annotations.NullMarked;
