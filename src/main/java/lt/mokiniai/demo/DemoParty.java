package lt.mokiniai.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * The parties of the demo. The certificate of each has the subject that its contract in {@code contracts/} names; the
 * last one has no contract, and its certificate is revoked.
 */
public enum DemoParty {
    BENEFITS("State Benefits Fund (demo)", "EC"),
    MUNICIPALITY("Kaunas City Municipality (demo)", "EC"),
    TICKETING("Public Transport Ticketing Company (demo)", "EC"),
    MIGRATION("Migration Office (demo)", "RSA"),
    SCHOOL("Kaunas Demo School (demo)", "EC"),
    REVOKED("Former Recipient (demo)", "EC");

    private final String organisation;
    private final String keyAlgorithm;

    DemoParty(String organisation, String keyAlgorithm) {
        this.organisation = organisation;
        this.keyAlgorithm = keyAlgorithm;
    }

    /** The name of the party's key file and of its key: {@code benefits}. */
    public String alias() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The subject of the party's certificate. */
    public X500Principal subject() {
        return new X500Principal("CN=" + alias() + ", O=" + organisation + ", C=LT");
    }

    /** The issuer of the certificates of all of them. */
    public static X500Principal issuer() {
        return new X500Principal("CN=Demo CA, O=Pupils' Register demo, C=LT");
    }

    /** Finds the party that has a certificate of this subject. */
    public static Optional<DemoParty> of(X500Principal subject) {
        return Arrays.stream(values())
                .filter(party -> party.subject().equals(subject))
                .findFirst();
    }

    String keyAlgorithm() {
        return keyAlgorithm;
    }
}
