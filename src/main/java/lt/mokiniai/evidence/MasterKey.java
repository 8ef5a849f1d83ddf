package lt.mokiniai.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The log's master key. It wraps the months' data keys and keys the digests of pupils; it never leaves memory. */
final class MasterKey {

    private static final int BYTES = 32;

    private final SecretKey wrapping;
    private final SecretKey pupils;

    private MasterKey(byte[] key) {
        this.wrapping = derived(key, "wrap");
        this.pupils = derived(key, "pupil");
    }

    static MasterKey load(Path file) {
        try {
            byte[] key = decoded(Files.readString(file, StandardCharsets.ISO_8859_1));
            if (key.length != BYTES) {
                throw new IllegalArgumentException(
                        "mokiniai.evidence.master-key: " + file + " must hold " + BYTES + " bytes in base64");
            }
            return new MasterKey(key);
        } catch (IOException e) {
            throw new UncheckedIOException("mokiniai.evidence.master-key: cannot read " + file, e);
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

    /** RFC 3394 key wrap. */
    byte[] wrap(SecretKey dataKey) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AESWrap");
        cipher.init(Cipher.WRAP_MODE, wrapping);
        return cipher.wrap(dataKey);
    }

    Key unwrap(byte[] wrapped) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AESWrap");
        cipher.init(Cipher.UNWRAP_MODE, wrapping);
        return cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY);
    }

    /** Gives the keyed digest of a pupil's register id: the same for one pupil always, nothing without the key. */
    String pupil(String registerId) {
        return HexFormat.of().formatHex(mac(pupils, registerId));
    }

    /** Gives a keyed digest of a pupil's register id that is the same for one purpose, and nothing beside another. */
    byte[] pupil(String registerId, String purpose) {
        return mac(new SecretKeySpec(mac(pupils, purpose), "AES"), registerId);
    }

    private static SecretKey derived(byte[] key, String purpose) {
        return new SecretKeySpec(mac(new SecretKeySpec(key, "HmacSHA256"), purpose), "AES");
    }

    private static byte[] mac(SecretKey key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
