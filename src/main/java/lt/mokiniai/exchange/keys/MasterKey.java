package lt.mokiniai.exchange.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The master key. It wraps the keys that are kept in the database, and does nothing else; it never leaves memory. */
final class MasterKey {

    private static final int BYTES = 32;

    private final SecretKey wrapping;
    private final byte[] check;

    private MasterKey(byte[] key) {
        Hmac hmac = new Hmac(key);
        this.wrapping = new SecretKeySpec(hmac.of("wrap"), "AES");
        this.check = hmac.of("check");
    }

    /**
     * Reads a key file.
     *
     * @param named what names the file: a setting, an option
     * @throws IllegalArgumentException when the file cannot be read, or holds no key
     */
    static MasterKey load(Path file, String named) {
        try {
            byte[] key = decoded(Files.readString(file, StandardCharsets.ISO_8859_1));
            if (key.length != BYTES) {
                throw new IllegalArgumentException(named + ": " + file + " must hold " + BYTES + " bytes in base64");
            }
            return new MasterKey(key);
        } catch (IOException e) {
            throw new UncheckedIOException(named + ": cannot read " + file, e);
        }
    }

    /** Gives nothing for a text that is not base64: it is a key of a wrong length then. */
    private static byte[] decoded(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    /** Gives the check value: the same for one key always, and nothing about it. */
    byte[] check() {
        return check.clone();
    }

    /** Whether this is the key that a check value was made of. */
    boolean fits(byte[] other) {
        return MessageDigest.isEqual(check, other);
    }

    /** RFC 3394 key wrap. */
    byte[] wrap(SecretKey key) {
        try {
            Cipher cipher = Cipher.getInstance("AESWrap");
            cipher.init(Cipher.WRAP_MODE, wrapping);
            return cipher.wrap(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of 32 bytes can be wrapped", e);
        }
    }

    /** @throws GeneralSecurityException when the bytes were not wrapped by this key */
    SecretKey unwrap(byte[] wrapped) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AESWrap");
        cipher.init(Cipher.UNWRAP_MODE, wrapping);
        return (SecretKey) cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY);
    }
}
