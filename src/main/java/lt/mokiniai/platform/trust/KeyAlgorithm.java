package lt.mokiniai.platform.trust;

import java.util.Locale;

/** The kinds of keys that the register signs with; each is named as the JDK and contracts name it. */
public enum KeyAlgorithm {
    /** On an elliptic curve. */
    EC,
    /** RSA, for old clients. */
    RSA;

    /** The name of the key in the register's keystore. */
    String alias() {
        return name().toLowerCase(Locale.ROOT);
    }
}
