package lt.mokiniai.system;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import lt.mokiniai.kernel.faults.ExchangeError;

/**
 * One way to break a rule: a good message, which is answered, and what makes it the one that is refused.
 *
 * @param rule what is wrong, in words
 * @param error how it is refused
 * @param good makes the good message, a new one at each call
 * @param breaking breaks it
 */
record Breach(String rule, ExchangeError error, Supplier<Message> good, UnaryOperator<Message> breaking) {

    Message broken() {
        return breaking.apply(good.get());
    }

    @Override
    public String toString() {
        return error.code() + " " + rule;
    }
}
