package lt.mokiniai.tools.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import lt.mokiniai.platform.trust.KeyAlgorithm;
import lt.mokiniai.tools.demo.DemoAuthority.Issued;

/**
 * The keys of the demo: an authority, the register and the parties, each a PKCS#12 file with the password
 * {@code demo}. They are made once; the list of revoked certificates is issued again at each start.
 */
final class DemoKeys {

    /** Of nothing secret: whoever can read the files may as well know it. */
    private static final char[] PASSWORD = "demo".toCharArray();

    private static final X500Principal REGISTER = new X500Principal("CN=register, O=Pupils' Register (demo), C=LT");

    /** Written last: a folder without it was left half-made. */
    private static final String AUTHORITY = "ca.p12";

    /** The register's certificates without a key, for programs that take a keystore of what they trust. */
    private static final String TRUSTED = "register-certificates.p12";

    private static final String LOG_KEY = "log.key";

    private final DemoFolder folder;
    private final Instant now;

    DemoKeys(DemoFolder folder, Instant now) {
        this.folder = folder;
        this.now = now;
    }

    /**
     * Makes what is missing, and a new list of revoked certificates.
     *
     * @return whether keys were made
     */
    boolean prepare() throws IOException, GeneralSecurityException {
        if (!folder.has(LOG_KEY)) {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            folder.writeSecret(LOG_KEY, Base64.getEncoder().encode(key));
        }
        boolean complete = files().allMatch(folder::has);
        DemoAuthority authority = complete ? keptAuthority() : make();
        X509Certificate revoked = certificate(DemoParty.REVOKED.alias() + ".crt");
        folder.writePublic("ca.crl", DemoFolder.pem("X509 CRL", authority.revoking(revoked)));
        for (RefusedKey unwelcome : RefusedKey.values()) {
            makeIfMissing(unwelcome, authority, complete);
        }
        if (!complete || !folder.has(TRUSTED)) {
            folder.writePublic(TRUSTED, trusted(folder.read("register.crt")));
        }
        return !complete;
    }

    private static Stream<String> files() {
        return Stream.concat(
                Stream.of(AUTHORITY, "ca.crt", "register.p12", "register.crt"),
                Stream.of(DemoParty.values())
                        .flatMap(party -> Stream.of(party.alias() + ".p12", party.alias() + ".crt")));
    }

    private DemoAuthority make() throws IOException, GeneralSecurityException {
        DemoAuthority authority = DemoAuthority.create(DemoParty.issuer(), now);
        Map<String, Issued> register = new TreeMap<>(Map.of(
                "ec", authority.issue(REGISTER, KeyAlgorithm.EC), "rsa", authority.issue(REGISTER, KeyAlgorithm.RSA)));
        folder.writePublic("ca.crt", pem(authority.certificate()));
        write("register", authority, register);
        for (DemoParty party : DemoParty.values()) {
            write(
                    party.alias(),
                    authority,
                    Map.of(party.alias(), authority.issue(party.subject(), party.keyAlgorithm())));
        }
        folder.writeSecret(AUTHORITY, store("ca", authority.key(), authority.certificate()));
        return authority;
    }

    /** In a folder of an earlier version they are missing; those of another authority are of no use. */
    private void makeIfMissing(RefusedKey unwelcome, DemoAuthority authority, boolean isAuthorityKept)
            throws IOException, GeneralSecurityException {
        String file = unwelcome.alias() + ".p12";
        if (!isAuthorityKept || !folder.has(file)) {
            Issued issued = unwelcome.made(authority);
            folder.writeSecret(file, store(unwelcome.alias(), issued.key(), issued.certificate()));
        }
    }

    private void write(String name, DemoAuthority authority, Map<String, Issued> keys)
            throws IOException, GeneralSecurityException {
        KeyStore store = emptyStore();
        ByteArrayOutputStream certificates = new ByteArrayOutputStream();
        for (Map.Entry<String, Issued> entry : keys.entrySet()) {
            Issued issued = entry.getValue();
            Certificate[] chain = {issued.certificate(), authority.certificate()};
            store.setKeyEntry(entry.getKey(), issued.key(), PASSWORD, chain);
            certificates.write(pem(issued.certificate()));
        }
        folder.writeSecret(name + ".p12", bytes(store));
        folder.writePublic(name + ".crt", certificates.toByteArray());
    }

    /** The authority that {@link #prepare} made or kept. */
    DemoAuthority keptAuthority() throws IOException, GeneralSecurityException {
        return new DemoAuthority(key(open(folder.read(AUTHORITY)), "ca"), certificate("ca.crt"), now);
    }

    private X509Certificate certificate(String name) throws IOException, GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(folder.read(name)));
    }

    static byte[] pem(X509Certificate certificate) throws GeneralSecurityException {
        return DemoFolder.pem("CERTIFICATE", certificate.getEncoded());
    }

    static byte[] store(String alias, PrivateKey key, X509Certificate certificate)
            throws IOException, GeneralSecurityException {
        KeyStore store = emptyStore();
        store.setKeyEntry(alias, key, PASSWORD, List.of(certificate).toArray(Certificate[]::new));
        return bytes(store);
    }

    /** Gives a store of certificates (PEM) alone, each under the name of its key's algorithm. */
    private static byte[] trusted(byte[] certificates) throws IOException, GeneralSecurityException {
        KeyStore store = emptyStore();
        for (Certificate one :
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(certificates))) {
            store.setCertificateEntry(one.getPublicKey().getAlgorithm().toLowerCase(Locale.ROOT), one);
        }
        return bytes(store);
    }

    /** Opens a PKCS#12 file with the demo's password. */
    static KeyStore open(byte[] pkcs12) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(pkcs12), PASSWORD);
        return store;
    }

    static PrivateKey key(KeyStore store, String alias) throws GeneralSecurityException {
        return (PrivateKey) store.getKey(alias, PASSWORD);
    }

    private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        return store;
    }

    private static byte[] bytes(KeyStore store) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, PASSWORD);
        return out.toByteArray();
    }
}
