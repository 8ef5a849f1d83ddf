/** Digests by which files, certificates and records are named. It must not know what they are of: no other package of the kernel. */
@NullMarked
package lt.mokiniai.kernel.digests;

import org.jspecify.annotations.NullMarked;
