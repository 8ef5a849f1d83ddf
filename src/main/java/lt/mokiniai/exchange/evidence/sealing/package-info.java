/**
 * How messages are kept in a row: compressed by a dictionary that never changes, then encrypted. It must not know what a
 * message says or where it is kept.
 */
@NullMarked
package lt.mokiniai.exchange.evidence.sealing;

import org.jspecify.annotations.NullMarked;
