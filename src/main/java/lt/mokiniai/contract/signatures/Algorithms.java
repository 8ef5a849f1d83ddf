package lt.mokiniai.contract.signatures;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.util.Optional;
import java.util.Set;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.platform.trust.rules.NamedCurve;
import lt.mokiniai.platform.trust.rules.TakenKeys;

/**
 * The closed list of algorithms and keys: RSA of 2048 bits and more, EC on P-256 and P-384, SHA-256 to SHA-512
 * (identifiers of RFC 9231 and XML Encryption).
 */
final class Algorithms {

    static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    static final String FILTER = "http://www.w3.org/2002/06/xmldsig-filter2";

    private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
    private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    private static final String SHA384 = MORE + "sha384";

    static final Set<String> DIGESTS = Set.of(SHA256, SHA384, "http://www.w3.org/2001/04/xmlenc#sha512");
    static final Set<String> SIGNATURES = Set.of(
            MORE + "rsa-sha256",
            MORE + "rsa-sha384",
            MORE + "rsa-sha512",
            MORE + "ecdsa-sha256",
            MORE + "ecdsa-sha384",
            MORE + "ecdsa-sha512");

    /** What a key must be whose signatures are taken, in words. */
    static final Text KEYS = Messages.text("signatures.keys");

    private Algorithms() {}

    /** Tells whether signatures of such a key are taken. */
    static boolean isTaken(PublicKey key) {
        return TakenKeys.signs(key);
    }

    /** The signature algorithm to sign with. */
    static String signature(PublicKey key) {
        String kind = key instanceof ECPublicKey ? "ecdsa" : "rsa";
        return MORE + kind + "-" + (isP384(key) ? "sha384" : "sha256");
    }

    /** The digest algorithm to sign with. */
    static String digest(PublicKey key) {
        return isP384(key) ? SHA384 : SHA256;
    }

    private static boolean isP384(PublicKey key) {
        return NamedCurve.of(key).equals(Optional.of(NamedCurve.P384));
    }
}
