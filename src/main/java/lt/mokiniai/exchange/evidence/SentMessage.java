package lt.mokiniai.exchange.evidence;

import java.util.Optional;
import lt.mokiniai.kernel.XRoadId;

/**
 * Which message is meant.
 *
 * @param party who signed it, by institution code
 * @param client the subsystem that sent it
 * @param id its X-Road {@code id}
 * @param sentFor the institution that it must have been sent for; where nothing is said it does not matter
 */
public record SentMessage(String party, XRoadId client, String id, Optional<String> sentFor) {

    /** A message, for whomever it was sent. */
    public SentMessage(String party, XRoadId client, String id) {
        this(party, client, id, Optional.empty());
    }

    /** Party and id as one key; neither holds a space. */
    public String replayKey() {
        return party + " " + id;
    }
}
