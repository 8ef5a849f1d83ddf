package lt.mokiniai.kernel;

import java.util.Optional;

/**
 * Who asks, as the X-Road headers say it and the signature proves it.
 *
 * @param client the X-Road identifier of the asking subsystem
 * @param messageId the X-Road {@code id} of the request
 * @param userId on whose behalf, where told
 * @param issue the case, where told
 */
public record Caller(XRoadId client, String messageId, Optional<String> userId, Optional<String> issue) {}
