package lt.mokiniai.exchange.evidence;

import lt.mokiniai.kernel.XRoadId;

/**
 * Which message is meant.
 *
 * @param party who signed it, by institution code
 * @param client the subsystem that sent it
 * @param id its X-Road {@code id}
 */
public record SentMessage(String party, XRoadId client, String id) {

    /** Party and id as one key; neither holds a space. */
    public String replayKey() {
        return party + " " + id;
    }
}
