package lt.mokiniai.kernel;

import java.util.Optional;

/**
 * Who asks, as the X-Road headers say it and the signature proves it.
 *
 * @param client the X-Road identifier of the asking subsystem
 * @param messageId the X-Road {@code id} of the request
 * @param userId on whose behalf, where told
 * @param issue the case, where told
 * @param represented the institution that it says it acts for; the signature does not prove that it may
 */
public record Caller(
        XRoadId client,
        String messageId,
        Optional<String> userId,
        Optional<String> issue,
        Optional<Represented> represented) {

    /** Who asks for itself. */
    public Caller(XRoadId client, String messageId, Optional<String> userId, Optional<String> issue) {
        this(client, messageId, userId, issue, Optional.empty());
    }

    /**
     * The header {@code representedParty} (X-Road: Third Party Representation Extension, section 3).
     *
     * @param memberClass the class of the institution in X-Road, where told
     * @param code its code
     */
    public record Represented(Optional<String> memberClass, LegalEntityCode code) {}

    /** The code of the institution that it says it acts for. */
    public Optional<String> institution() {
        return represented.map(party -> party.code().value());
    }
}
