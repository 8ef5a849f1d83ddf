package lt.mokiniai.exchange.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import lt.mokiniai.platform.trust.PartyCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartyCertificatesTests {

    private static final X509Certificate PARTY = TestPki.PARTY.certificate();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=Test Authority,O=Test,C=LT",
                "cn=Test Authority, o=Test, c=LT",
                "/C=LT/O=Test/CN=Test Authority",
                "commonName = Test Authority, O = Test, C = LT",
                "CN=\"Test Authority\", O=Test, C=LT"
            })
    void findsByIssuerAndSerialHoweverTheNameIsWritten(String issuer) {
        TestPki.pem(folder.resolve("party.crt"), PARTY);

        assertThat(PartyCertificates.in(folder).byIssuerAndSerial(issuer, PARTY.getSerialNumber()))
                .hasValue(PARTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CN=Stranger Authority,O=Elsewhere,C=XX", "CN=test authority,O=Test,C=LT", "no name", ""})
    void findsNothingOfAnotherIssuer(String issuer) {
        TestPki.pem(folder.resolve("party.crt"), PARTY);

        assertThat(PartyCertificates.in(folder).byIssuerAndSerial(issuer, PARTY.getSerialNumber()))
                .isEmpty();
        assertThat(PartyCertificates.in(folder).byIssuerAndSerial("CN=Test Authority,O=Test,C=LT", BigInteger.ONE))
                .isEmpty();
    }

    @Test
    void givesTheRenewedCertificateForAKey() throws Exception {
        var keys = new java.security.KeyPair(PARTY.getPublicKey(), TestPki.PARTY.key());
        X509Certificate older = TestPki.issue(
                        "CN=party", keys, TestPki.AUTHORITY, TestPki.FROM, SignedRequest.NOW, TestPki.SIGNATURES, false)
                .certificate();
        TestPki.pem(folder.resolve("1.crt"), older);
        TestPki.pem(folder.resolve("2.crt"), PARTY);
        TestPki.pem(folder.resolve("3.crt"), older);
        byte[] extension = PARTY.getExtensionValue("2.5.29.14");

        assertThat(PartyCertificates.in(folder)
                        .bySubjectKeyIdentifier(java.util.Arrays.copyOfRange(extension, 4, extension.length)))
                .hasValue(PARTY);
    }

    @Test
    void leavesOutAuthoritiesAndWhatIsNoCertificate() throws Exception {
        TestPki.pem(folder.resolve("ca.crt"), TestPki.AUTHORITY.certificate());
        Files.writeString(folder.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----");
        TestPki.pem(folder.resolve("party.cer"), PARTY);
        PartyCertificates parties = PartyCertificates.in(folder);

        assertThat(parties.byThumbprint(sha1(TestPki.AUTHORITY.certificate()))).isEmpty();
        assertThat(parties.byThumbprint(sha1(PARTY))).hasValue(PARTY);
    }

    @Test
    void findsWhatWasAddedLater() throws Exception {
        PartyCertificates parties = PartyCertificates.in(folder);
        TestPki.pem(folder.resolve("party.crt"), PARTY);

        // It looks again once a second.
        byte[] thumbprint = sha1(PARTY);
        await().until(() -> parties.byThumbprint(thumbprint).isPresent());
    }

    private static byte[] sha1(X509Certificate certificate) throws Exception {
        return MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded());
    }
}
