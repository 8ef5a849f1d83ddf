/**
 * The catalogue of faults: why a message is refused, at which stage of its checks, and the exception that carries it to the
 * border; and what the service log tells of a failure. Its texts are those of {@code kernel.texts}; it must not know what
 * an exchange may see, nor the values of messages.
 */
@NullMarked
package lt.mokiniai.kernel.faults;

import org.jspecify.annotations.NullMarked;
