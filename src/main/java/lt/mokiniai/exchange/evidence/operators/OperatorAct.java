package lt.mokiniai.exchange.evidence.operators;

import java.time.Instant;

/**
 * What an operator does.
 *
 * @param receipt its number, unique among those of exchanges
 * @param name of the act, in the place of an operation: {@code load}
 * @param register the institution code of the register, in the place of the party
 * @param operator who does it, as they say
 * @param begun when it began
 * @param content what was done with, byte for byte: it is kept as a message is
 */
public record OperatorAct(
        String receipt, String name, String register, String operator, Instant begun, byte[] content) {

    @Override
    public String toString() {
        return "OperatorAct[" + name + " " + receipt + "]";
    }
}
