/**
 * What the records of one student say: the history of a person, as it came about. Each record is looked at by the rules of the
 * operations, and the history at each of its times. It must not know who was loaded before.
 */
@NullMarked
package lt.mokiniai.register.load.histories;

import org.jspecify.annotations.NullMarked;
