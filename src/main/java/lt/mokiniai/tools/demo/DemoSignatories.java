package lt.mokiniai.tools.demo;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import lt.mokiniai.contract.signatures.ContractSigner;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.platform.trust.KeyAlgorithm;
import lt.mokiniai.tools.demo.DemoAuthority.Issued;

/**
 * Who signs the demo's contracts: a key for each institution, made when a contract first names it, and its certificate
 * in the folder of those that are trusted.
 */
final class DemoSignatories {

    /** Of the certificates, {@code 190000008.crt}. */
    static final String FOLDER = "signatories";

    private static final String REGISTER = "register-signatory";

    private final DemoFolder folder;
    private final DemoAuthority authority;
    private final LegalEntityCode register;

    DemoSignatories(DemoFolder folder, DemoAuthority authority, LegalEntityCode register) {
        this.folder = folder;
        this.authority = authority;
        this.register = register;
    }

    LegalEntityCode register() {
        return register;
    }

    /** Gives who signs for an institution. */
    ContractSigner of(LegalEntityCode institution) throws IOException, GeneralSecurityException {
        prepare(institution);
        String alias = alias(institution);
        KeyStore store = DemoKeys.open(folder.read(alias + ".p12"));
        return new ContractSigner(DemoKeys.key(store, alias), (X509Certificate) store.getCertificate(alias));
    }

    /** Makes the key of who signs for an institution, where there is none. */
    void prepare(LegalEntityCode institution) throws IOException, GeneralSecurityException {
        String alias = alias(institution);
        String file = alias + ".p12";
        String trusted = institution + ".crt";
        if (!folder.has(file) || !folder.in(FOLDER).has(trusted)) {
            String organisation = institution.equals(register)
                    ? "Pupils' Register (demo)"
                    : party(institution).map(DemoParty::organisation).orElse("Institution " + institution + " (demo)");
            Issued issued = authority.issue(
                    new X500Principal("CN=" + alias + ", O=" + organisation + ", C=LT"), KeyAlgorithm.EC);
            folder.writeSecret(file, DemoKeys.store(alias, issued.key(), issued.certificate()));
            folder.in(FOLDER).writePublic(trusted, DemoKeys.pem(issued.certificate()));
        }
    }

    private String alias(LegalEntityCode institution) {
        return institution.equals(register)
                ? REGISTER
                : party(institution).map(DemoParty::signatory).orElse(institution + "-signatory");
    }

    private static Optional<DemoParty> party(LegalEntityCode institution) {
        return DemoParty.ofInstitution(institution.value());
    }
}
