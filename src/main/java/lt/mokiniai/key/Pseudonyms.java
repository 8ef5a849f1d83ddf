package lt.mokiniai.key;

import java.math.BigInteger;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/**
 * Pupils' pseudonyms: the same within one contract always, and nothing outside it (contracts.md, 'pseudonym'). Without
 * the key a pseudonym can neither be computed nor recognised, and those of two contracts cannot be matched.
 */
@Component
public class Pseudonyms {

    /** Crockford's base 32: no letter is taken for a digit. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 26;
    private static final int BYTES = 16;

    private final StoredKey key;

    Pseudonyms(StoredKeys keys) {
        this.key = keys.named("pseudonym");
    }

    /** Gives the pseudonym of a pupil, by register id, under a contract, by id: 26 characters. */
    public String of(String contractId, String registerId) {
        byte[] digest = key.mac(contractId, registerId);
        BigInteger number = new BigInteger(1, Arrays.copyOf(digest, BYTES));
        char[] text = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = ALPHABET.charAt(number.intValue() & 31);
            number = number.shiftRight(5);
        }
        return new String(text);
    }
}
