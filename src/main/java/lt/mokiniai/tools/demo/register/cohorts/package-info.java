/**
 * Who learns with whom in the demo register: how an index becomes a place in a class, which municipality a school serves, and
 * how groups are called. It must not know persons, nor how anything is recorded.
 */
@NullMarked
package lt.mokiniai.tools.demo.register.cohorts;

import org.jspecify.annotations.NullMarked;
