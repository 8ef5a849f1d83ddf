/** How codes are kept in columns. */
@NullMarked
package lt.mokiniai.register.history.codes;

import org.jspecify.annotations.NullMarked;
