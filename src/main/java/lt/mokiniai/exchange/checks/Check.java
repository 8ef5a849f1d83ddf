package lt.mokiniai.exchange.checks;

import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.Stage;

/** One check of every message. */
public interface Check {

    /** Where it stands among the checks. */
    Stage stage();

    /** Tells whether a message that passed it has passed a stage. */
    default boolean covers(Stage stage) {
        return stage == stage();
    }

    /** Tells whether nothing is left of the stage that another run of this check, where there is more to look at, may refuse. */
    default boolean isWhole(CheckedMessage message) {
        return true;
    }

    /**
     * Looks at a message, and keeps in it what it finds.
     *
     * @throws ExchangeException that refuses it; its fault belongs to a stage that this check covers, or to none
     */
    void check(CheckedMessage message);
}
