package lt.mokiniai.student;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import lt.mokiniai.kernel.ExchangeError;
import lt.mokiniai.kernel.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes and reads the tokens of pages. A token holds where the next page begins and the two times of the first page, so
 * that all pages tell of one moment. It is encrypted, since the place is a number of a pupil, and bound to its search:
 * with other criteria it does not open. The key is in the database, so that every node opens what another made.
 */
@Component
class PageTokens {

    /**
     * Where a search goes on.
     *
     * @param after the internal number after which the next page begins
     * @param validOn the day of the first page
     * @param knownAt the time as known at of the first page
     */
    record Place(long after, LocalDate validOn, Instant knownAt) {}

    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int PLACE_BYTES = 3 * Long.BYTES;
    private static final int TOKEN_BYTES = IV_BYTES + PLACE_BYTES + TAG_BITS / Byte.SIZE;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    PageTokens(JdbcClient jdbc) {
        this.key = new SecretKeySpec(find(jdbc).orElseGet(() -> make(jdbc)), "AES");
    }

    /** Gives the token of a place in a search. */
    String issue(Place place, String search) {
        byte[] iv = new byte[IV_BYTES];
        RANDOM.nextBytes(iv);
        ByteBuffer plain = ByteBuffer.allocate(PLACE_BYTES)
                .putLong(place.after())
                .putLong(place.validOn().toEpochDay())
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, place.knownAt()));
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, iv, search).doFinal(plain.array());
            byte[] token = Arrays.copyOf(iv, IV_BYTES + sealed.length);
            System.arraycopy(sealed, 0, token, IV_BYTES, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a page token cannot be made", e);
        }
    }

    /** @throws Refusal {@code MR-406} when the token is not one of ours, or is of another search */
    Place open(String token, String search) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            // A cipher may meet a text that is too short with an exception of its provider's choice.
            if (bytes.length != TOKEN_BYTES) {
                throw Refusal.of(ExchangeError.PAGE_TOKEN).at("pageToken");
            }
            byte[] plain = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, IV_BYTES), search)
                    .doFinal(bytes, IV_BYTES, TOKEN_BYTES - IV_BYTES);
            ByteBuffer place = ByteBuffer.wrap(plain);
            return new Place(
                    place.getLong(),
                    LocalDate.ofEpochDay(place.getLong()),
                    Instant.EPOCH.plus(place.getLong(), ChronoUnit.MICROS));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw Refusal.of(ExchangeError.PAGE_TOKEN).at("pageToken").because(e);
        }
    }

    private Cipher cipher(int mode, byte[] iv, String search) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(search.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static Optional<byte[]> find(JdbcClient jdbc) {
        return jdbc.sql("SELECT secret FROM page_key WHERE id = 1")
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    private static byte[] make(JdbcClient jdbc) {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        try {
            jdbc.sql("INSERT INTO page_key (id, secret) VALUES (1, ?)")
                    .param(secret)
                    .update();
        } catch (DuplicateKeyException anotherNodeMadeIt) {
            // Theirs is as good as ours, and it is the one that stands.
        }
        return find(jdbc).orElseThrow();
    }
}
