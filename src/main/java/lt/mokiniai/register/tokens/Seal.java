package lt.mokiniai.register.tokens;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import lt.mokiniai.kernel.scope.PageKey;
import org.springframework.stereotype.Component;

/**
 * Seals what a client hands back unread: the place of a next page, the version of a record. It is encrypted (AES-GCM), and
 * bound to what it was given for: for anything else it does not open. Every node opens what another sealed.
 */
@Component
public class Seal {

    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int MORE_BYTES = IV_BYTES + TAG_BITS / Byte.SIZE;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PageKey key;

    public Seal(PageKey key) {
        this.key = key;
    }

    /**
     * Gives the token of some bytes.
     *
     * @param plain as many bytes that the token's are a multiple of three: then each bit of its text counts, and no other
     *     text stands for the same token
     * @param boundTo what it is given for
     */
    public String seal(byte[] plain, String boundTo) {
        byte[] iv = new byte[IV_BYTES];
        RANDOM.nextBytes(iv);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, iv, boundTo).doFinal(plain);
            byte[] token = Arrays.copyOf(iv, IV_BYTES + sealed.length);
            System.arraycopy(sealed, 0, token, IV_BYTES, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a token cannot be sealed", e);
        }
    }

    /**
     * Gives the bytes of a token; nothing when it is not one of ours, or was not given for this.
     *
     * @param size of what was sealed
     */
    public Optional<byte[]> open(String token, int size, String boundTo) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            // A cipher may meet a text that is too short with an exception of its provider's choice.
            if (bytes.length != size + MORE_BYTES) {
                return Optional.empty();
            }
            return Optional.of(cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, IV_BYTES), boundTo)
                    .doFinal(bytes, IV_BYTES, bytes.length - IV_BYTES));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] iv, String boundTo) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] bound = boundTo.getBytes(StandardCharsets.UTF_8);
        // A key of its own for what tokens are bound to: no key seals so many that random values meet (SP 800-38D,
        // 8.3).
        Mac derivation = Mac.getInstance("HmacSHA256");
        derivation.init(new SecretKeySpec(key.get().getEncoded(), derivation.getAlgorithm()));
        cipher.init(mode, new SecretKeySpec(derivation.doFinal(bound), "AES"), new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(bound);
        return cipher;
    }
}
