/**
 * The benchmark (docs/performance.md): servers in processes of their own, asked over HTTP by this one, and what a call costs
 * each of them. It knows the service by its command line and its client alone, and no part of the service knows it. It
 * stands outside the packages that the service looks for its parts in.
 */
@NullMarked
package mokiniai.bench;

import org.jspecify.annotations.NullMarked;
