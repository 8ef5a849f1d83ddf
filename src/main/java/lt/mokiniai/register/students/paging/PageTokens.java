package lt.mokiniai.register.students.paging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.PageKey;
import org.springframework.stereotype.Component;

/**
 * Makes and reads the tokens of pages. A token holds where the next page begins and the two times of the first page, so
 * that all pages tell of one moment. It is encrypted, since the place is a number of a student, and bound to its question
 * and to whom it was given: with other criteria, for another party or under another contract it does not open. Every node
 * opens what another made.
 */
@Component
public class PageTokens {

    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int PLACE_BYTES = 4 * Long.BYTES;

    /** A multiple of three, so that each bit of the text counts: no other text stands for the same token. */
    private static final int TOKEN_BYTES = IV_BYTES + PLACE_BYTES + TAG_BITS / Byte.SIZE;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final PageKey key;

    PageTokens(PageKey key) {
        this.key = key;
    }

    /**
     * Gives the token of a place.
     *
     * @param boundTo the question, and to whom it is answered
     */
    public String issue(Place place, String boundTo) {
        byte[] iv = new byte[IV_BYTES];
        RANDOM.nextBytes(iv);
        ByteBuffer plain = ByteBuffer.allocate(PLACE_BYTES)
                .putLong(place.after().rank())
                .putLong(place.after().id())
                .putLong(place.validOn().toEpochDay())
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, place.knownAt()));
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, iv, boundTo).doFinal(plain.array());
            byte[] token = Arrays.copyOf(iv, IV_BYTES + sealed.length);
            System.arraycopy(sealed, 0, token, IV_BYTES, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a page token cannot be made", e);
        }
    }

    /**
     * Gives the place that a token holds.
     *
     * @throws ExchangeException {@code MR-406} when the token is not one of ours, or was not given for this; which, is not told
     */
    public Place open(String token, String boundTo) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            // A cipher may meet a text that is too short with an exception of its provider's choice.
            if (bytes.length != TOKEN_BYTES) {
                throw ExchangeException.of(ExchangeError.PAGE_TOKEN).at("pageToken");
            }
            byte[] plain = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, IV_BYTES), boundTo)
                    .doFinal(bytes, IV_BYTES, TOKEN_BYTES - IV_BYTES);
            ByteBuffer place = ByteBuffer.wrap(plain);
            return new Place(
                    new Listed(place.getLong(), place.getLong()),
                    LocalDate.ofEpochDay(place.getLong()),
                    Instant.EPOCH.plus(place.getLong(), ChronoUnit.MICROS));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw ExchangeException.of(ExchangeError.PAGE_TOKEN).at("pageToken").because(e);
        }
    }

    private Cipher cipher(int mode, byte[] iv, String boundTo) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.get(), new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(boundTo.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
