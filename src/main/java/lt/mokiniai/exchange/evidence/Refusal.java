package lt.mokiniai.exchange.evidence;

import java.util.Set;
import lt.mokiniai.kernel.faults.ExchangeError;

/**
 * What is told to the sender of a message that is refused.
 *
 * @param response the fault, byte for byte
 * @param students the register ids of those that it tells about
 * @param counting counts them, and writes what follows from the refusal, as the last work of the row's transaction; what it
 *     throws undoes the row
 */
public record Refusal(ExchangeError error, byte[] response, Set<String> students, Runnable counting) {

    /** One that tells about nobody. */
    public static Refusal of(ExchangeError error, byte[] response) {
        return new Refusal(error, response, Set.of(), () -> {});
    }
}
