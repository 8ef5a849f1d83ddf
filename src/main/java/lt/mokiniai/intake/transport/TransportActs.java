package lt.mokiniai.intake.transport;

import java.util.Map;
import java.util.Optional;

/** The rows of the message log for what no message brought: each file that is taken and each pull is one. */
public interface TransportActs {

    /** An act that goes on. */
    interface Act {

        /** Its number in the message log. */
        String receipt();

        /** Closes it, with what came of it; names and numbers alone. */
        void close(Map<String, Object> result);

        /** Gives it up: nothing more will be done, and what it did stands. */
        void giveUp();

        /**
         * Gives it up because of a failure. The database may be why it failed: what fails then is added to it.
         *
         * @param failure that goes on to be thrown
         */
        default void giveUp(Throwable failure) {
            try {
                giveUp();
            } catch (RuntimeException notNow) {
                failure.addSuppressed(notNow);
            }
        }
    }

    /**
     * Opens the row of an act. Those of its name that were left open by a process that died a day ago or earlier are given up.
     *
     * @param receipt its number
     * @param name in the place of an operation, {@code deliver institutions}
     * @param operator who does it, as they say; of what is done on schedule the service
     * @param content what it is done with
     * @return nothing where there is a row of this number already: somebody else does it, or did
     */
    Optional<Act> open(String receipt, String name, String operator, Map<String, Object> content);
}
