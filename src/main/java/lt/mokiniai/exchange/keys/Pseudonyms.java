package lt.mokiniai.exchange.keys;

import java.nio.ByteBuffer;
import lt.mokiniai.kernel.scope.StudentPseudonyms;
import org.springframework.stereotype.Component;

/**
 * Students' pseudonyms: the same within one contract always, and nothing outside it (docs/evidence.md, 'Pseudonyms'). Without
 * the key a pseudonym can neither be computed nor recognised, and those of two contracts cannot be matched.
 */
@Component
public class Pseudonyms {

    /** Crockford's base 32: no letter is taken for a digit, and texts are in the order of the numbers. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 26;

    private final StoredKey key;

    Pseudonyms(StoredKeys keys) {
        this.key = keys.named("pseudonym");
    }

    /** Gives the pseudonyms under a contract, by its id: 26 characters each. */
    public StudentPseudonyms under(String contractId) {
        Hmac digest = key.keyed("contract", contractId);
        return new StudentPseudonyms() {
            @Override
            public String of(String registerId) {
                return text(digest.of(registerId));
            }

            @Override
            public long rank(String registerId) {
                return ByteBuffer.wrap(digest.of(registerId)).getLong() >>> 1;
            }
        };
    }

    /** The first 128 bits of a digest. */
    private static String text(byte[] digest) {
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        long high = bytes.getLong();
        long low = bytes.getLong();
        char[] text = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = ALPHABET.charAt((int) low & 31);
            low = low >>> 5 | high << 59;
            high >>>= 5;
        }
        return new String(text);
    }
}
