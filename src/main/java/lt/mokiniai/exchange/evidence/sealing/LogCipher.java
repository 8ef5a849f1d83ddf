package lt.mokiniai.exchange.evidence.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Compresses and encrypts what the log keeps: DEFLATE by a dictionary, then AES-256-GCM bound to the row and the part. The
 * first byte is the number of the dictionary, then comes the initialisation vector.
 */
final class LogCipher {

    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private LogCipher() {}

    /** Which bytes of a dictionary a message was compressed by. */
    interface Choice {
        byte[] of(LogDictionary dictionary);
    }

    /** @param dictionary of {@link LogDictionary#CURRENT} */
    static byte[] seal(Key key, String boundTo, byte[] plain, byte[] dictionary) {
        try {
            byte number = (byte) LogDictionary.CURRENT.number();
            byte[] iv = new byte[IV_BYTES];
            RANDOM.nextBytes(iv);
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, boundTo, number, iv);
            byte[] sealed = cipher.doFinal(Compression.deflated(plain, dictionary));
            return ByteBuffer.allocate(1 + IV_BYTES + sealed.length)
                    .put(number)
                    .put(iv)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a message cannot be encrypted for the log", e);
        }
    }

    /** @throws GeneralSecurityException when the bytes were changed, or belong to another row */
    static byte[] open(Key key, String boundTo, byte[] sealed, Choice choice) throws GeneralSecurityException {
        byte[] iv = Arrays.copyOfRange(sealed, 1, 1 + IV_BYTES);
        Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, boundTo, sealed[0], iv);
        byte[] deflated = cipher.doFinal(sealed, 1 + IV_BYTES, sealed.length - 1 - IV_BYTES);
        return Compression.inflated(deflated, choice.of(LogDictionary.numbered(sealed[0])));
    }

    private static Cipher cipher(int mode, Key key, String boundTo, byte number, byte[] iv)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(boundTo.getBytes(StandardCharsets.UTF_8));
        cipher.updateAAD(new byte[] {number});
        return cipher;
    }
}
