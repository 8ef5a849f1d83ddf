package lt.mokiniai.platform.trust.rules;

import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;

/** The keys that are computed with (docs/messages.md, 'Signature'). */
public final class TakenKeys {

    /** Smaller RSA keys sign nothing and verify nothing. */
    public static final int SMALLEST_RSA = 2048;

    private static final int LARGEST_RSA = 8192;

    private TakenKeys() {}

    /** Whether messages and contracts are signed with such a key: RSA, P-256 or P-384. */
    public static boolean signs(PublicKey key) {
        return isRsa(key)
                || NamedCurve.of(key).filter(curve -> curve != NamedCurve.P521).isPresent();
    }

    /** Whether an authority signs certificates and lists with such a key: P-521 too. */
    public static boolean issues(PublicKey key) {
        return isRsa(key) || NamedCurve.of(key).isPresent();
    }

    private static boolean isRsa(PublicKey key) {
        return key instanceof RSAPublicKey rsa
                && rsa.getModulus().bitLength() >= SMALLEST_RSA
                && rsa.getModulus().bitLength() <= LARGEST_RSA;
    }
}
