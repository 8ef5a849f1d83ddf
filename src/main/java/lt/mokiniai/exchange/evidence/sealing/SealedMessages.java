package lt.mokiniai.exchange.evidence.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How the two messages of one exchange, and whom it told about, are kept: compressed by a dictionary, then encrypted and bound to their row and
 * their column. Most of an answer repeats its request, headers, identifiers and the value of its signature: the request is
 * part of the dictionary that its answer is compressed by.
 *
 * @param key the data key of the row's month
 * @param receipt the number of the exchange
 */
public record SealedMessages(Key key, String receipt) {

    private static final String REQUEST = " request";
    private static final String RESPONSE = " response";
    private static final String STUDENTS = " students";
    private static final byte[] NO_DICTIONARY = {};

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

    /** Gives register ids as they are kept beside the messages. */
    public byte[] seal(Collection<String> students) {
        byte[] listed = String.join("\n", students).getBytes(StandardCharsets.UTF_8);
        return LogCipher.seal(key, receipt + STUDENTS, listed, NO_DICTIONARY);
    }

    /**
     * Gives the register ids that were sealed.
     *
     * @throws IllegalStateException when the bytes were changed, or belong to another row or column
     */
    public Set<String> students(byte[] sealed) {
        String listed = new String(open(STUDENTS, sealed, dictionary -> NO_DICTIONARY), StandardCharsets.UTF_8);
        return new LinkedHashSet<>(List.of(listed.split("\n")));
    }

    private byte[] open(String part, byte[] sealed, LogCipher.Choice choice) {
        try {
            return LogCipher.open(key, receipt + part, sealed, choice);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a logged message was changed, or does not belong to its row", e);
        }
    }
}
