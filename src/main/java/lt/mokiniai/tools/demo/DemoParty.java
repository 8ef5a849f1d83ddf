package lt.mokiniai.tools.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import lt.mokiniai.platform.trust.KeyAlgorithm;
import lt.mokiniai.platform.trust.names.DistinguishedName;

/**
 * The parties of the demo. The certificate of each has the subject that its contract in {@code contracts/} names; the
 * last one has no contract, and its certificate is revoked.
 */
public enum DemoParty {
    BENEFITS("190000015", "State Benefits Fund (demo)", KeyAlgorithm.EC),
    MUNICIPALITY("190000022", "Kaunas City Municipality (demo)", KeyAlgorithm.EC),
    FOUNDER("190000022", "Kaunas City Municipality (demo)", KeyAlgorithm.EC),
    TICKETING("190000039", "Public Transport Ticketing Company (demo)", KeyAlgorithm.EC),
    MIGRATION("190000047", "Migration Office (demo)", KeyAlgorithm.RSA),
    HEALTH("190000054", "State Health Insurance Fund (demo)", KeyAlgorithm.RSA),
    MONITORING("190000079", "Education Monitoring Agency (demo)", KeyAlgorithm.EC),
    VENDOR("190000093", "School Information Systems Company (demo)", KeyAlgorithm.EC),
    AGENCY("190000086", "National Agency for Education (demo)", KeyAlgorithm.EC),
    DIVISION("190000022", "Kaunas City Municipality (demo)", KeyAlgorithm.EC),
    SCHOOL("191000018", "Kaunas Demo School (demo)", KeyAlgorithm.EC),
    PROGYMNASIUM("191000114", "Kaunas Demo Progymnasium (demo)", KeyAlgorithm.EC),
    INSTITUTIONS("190000104", "Register of Education and Science Institutions (demo)", KeyAlgorithm.EC),
    PROGRAMMES("190000111", "Register of Programmes and Qualifications (demo)", KeyAlgorithm.EC),
    LICENCES("190000129", "Register of Licences (demo)", KeyAlgorithm.EC),
    PEDAGOGUES("190000136", "Register of Pedagogues (demo)", KeyAlgorithm.EC),
    REVOKED("190000999", "Former Recipient (demo)", KeyAlgorithm.EC);

    private final String code;
    private final String organisation;
    private final KeyAlgorithm keyAlgorithm;

    DemoParty(String code, String organisation, KeyAlgorithm keyAlgorithm) {
        this.code = code;
        this.organisation = organisation;
        this.keyAlgorithm = keyAlgorithm;
    }

    /** The name of the party's key file and of its key: {@code benefits}. */
    public String alias() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the key that signs the party's contracts: {@code benefits-signatory}. */
    String signatory() {
        return alias() + "-signatory";
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
        return of(DistinguishedName.of(subject));
    }

    /** Finds the party that has a certificate of this subject. */
    public static Optional<DemoParty> of(DistinguishedName subject) {
        return Arrays.stream(values())
                .filter(party -> DistinguishedName.of(party.subject()).equals(subject))
                .findFirst();
    }

    /** Finds the party of an institution code. */
    static Optional<DemoParty> ofInstitution(String code) {
        return Arrays.stream(values()).filter(party -> party.code.equals(code)).findFirst();
    }

    String organisation() {
        return organisation;
    }

    KeyAlgorithm keyAlgorithm() {
        return keyAlgorithm;
    }
}
