package lt.mokiniai.exchange.evidence.sealing;

import java.security.GeneralSecurityException;
import java.security.Key;

/**
 * How the two messages of one exchange are kept: compressed by a dictionary, then encrypted and bound to their row and
 * their column. Most of an answer repeats its request, headers, identifiers and the value of its signature: the request is
 * part of the dictionary that its answer is compressed by.
 *
 * @param key the data key of the row's month
 * @param receipt the number of the exchange
 */
public record SealedMessages(Key key, String receipt) {

    private static final String REQUEST = " request";
    private static final String RESPONSE = " response";

    /** Gives a request as it is kept. */
    public byte[] seal(byte[] request) {
        return LogCipher.seal(key, receipt + REQUEST, request, LogDictionary.CURRENT.ofRequests());
    }

    /** Gives an answer as it is kept beside its request. */
    public byte[] seal(byte[] response, byte[] request) {
        return LogCipher.seal(key, receipt + RESPONSE, response, LogDictionary.CURRENT.ofAnswersTo(request));
    }

    /**
     * Gives the request that was sealed.
     *
     * @throws IllegalStateException when the bytes were changed, or belong to another row or column
     */
    public byte[] request(byte[] sealed) {
        return open(REQUEST, sealed, LogDictionary::ofRequests);
    }

    /**
     * Gives the answer that was sealed beside its request.
     *
     * @throws IllegalStateException when the bytes were changed, or belong to another row or column
     */
    public byte[] response(byte[] sealed, byte[] request) {
        return open(RESPONSE, sealed, dictionary -> dictionary.ofAnswersTo(request));
    }

    private byte[] open(String part, byte[] sealed, LogCipher.Choice choice) {
        try {
            return LogCipher.open(key, receipt + part, sealed, choice);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a logged message was changed, or does not belong to its row", e);
        }
    }
}
