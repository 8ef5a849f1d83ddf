package lt.mokiniai.exchange.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import lt.mokiniai.exchange.security.TestPki.Pair;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.platform.trust.PartyCertificates;
import org.apache.wss4j.dom.WSConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** What a client may do: the good twins of every attack. */
class GoodRequestTests {

    private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
    private static final String SHA512 = "http://www.w3.org/2001/04/xmlenc#sha512";

    @TempDir
    Path folder;

    @Test
    void acceptsWhatWss4jSigns() throws Exception {
        Document message = SignedRequest.good().arrived();

        VerifiedMessage verified = TestVerifier.standard().verify(message);

        assertThat(verified.header()).isSameAs(SignedRequest.first(message, "Header"));
        assertThat(verified.request()).isSameAs(SignedRequest.first(message, "getStudent"));
        assertThat(verified.signer()).isEqualTo(TestPki.PARTY.certificate());
        assertThat(verified.thumbprint())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256")
                                .digest(TestPki.PARTY.certificate().getEncoded())));
        assertThat(verified.signature().values()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecdsa-sha256", "ecdsa-sha384", "ecdsa-sha512"})
    void acceptsTheEllipticAlgorithms(String algorithm) {
        TestVerifier.standard()
                .accepts(SignedRequest.good().with(MORE + algorithm, SHA512).arrived());
        TestVerifier.standard()
                .accepts(SignedRequest.by(TestPki.PARTY_P384)
                        .with(MORE + algorithm, MORE + "sha384")
                        .arrived());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa-sha256", "rsa-sha384", "rsa-sha512"})
    void acceptsTheRsaAlgorithms(String algorithm) {
        TestVerifier.standard()
                .accepts(SignedRequest.by(TestPki.PARTY_RSA)
                        .with(MORE + algorithm, SHA512)
                        .arrived());
    }

    @Test
    void acceptsCanonicalisationWithoutInclusivePrefixes() {
        TestVerifier.standard()
                .accepts(SignedRequest.good().withoutInclusivePrefixes().arrived());
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                WSConstants.ISSUER_SERIAL,
                WSConstants.ISSUER_SERIAL_QUOTE_FORMAT,
                WSConstants.SKI_KEY_IDENTIFIER,
                WSConstants.THUMBPRINT_IDENTIFIER
            })
    void acceptsAKeyThatIsNamedAndKnown(int reference) {
        Document message = SignedRequest.good().naming(reference).arrived();
        TestPki.pem(folder.resolve("party.crt"), TestPki.PARTY.certificate());

        new TestVerifier(PartyCertificates.in(folder), SignedRequest.NOW).accepts(message);
    }

    @ParameterizedTest
    @ValueSource(ints = {WSConstants.ISSUER_SERIAL, WSConstants.SKI_KEY_IDENTIFIER, WSConstants.THUMBPRINT_IDENTIFIER})
    void refusesAKeyThatIsNamedAndNotKnown(int reference) {
        Document message = SignedRequest.good().naming(reference).arrived();
        TestPki.pem(folder.resolve("other.crt"), TestPki.PARTY_RSA.certificate());

        new TestVerifier(PartyCertificates.in(folder), SignedRequest.NOW)
                .refuses(message, ExchangeError.CERTIFICATE_NOT_TRUSTED);
    }

    @Test
    void acceptsAPartyWhoseNewCertificateHasTheSameKey() {
        Pair renewed = TestPki.party(
                "CN=party,O=Vilnius,C=LT",
                new java.security.KeyPair(TestPki.PARTY.certificate().getPublicKey(), TestPki.PARTY.key()));

        assertThat(TestVerifier.standard()
                        .verify(SignedRequest.by(renewed).arrived())
                        .signer())
                .isEqualTo(renewed.certificate());
    }

    @Test
    void acceptsZeepWhichAddsTheCertificateToIssuerAndSerial() {
        TestPki.pem(folder.resolve("party.pem"), TestPki.PARTY.certificate());
        Document message = SignedRequest.good()
                .naming(WSConstants.ISSUER_SERIAL)
                .rebuilt(document -> {
                    var data = SignedRequest.first(document, "X509Data");
                    data.appendChild(document.createElementNS(EnvelopeShape.DS, "ds:X509Certificate"))
                            .setTextContent("AAAA");
                });

        new TestVerifier(PartyCertificates.in(folder), SignedRequest.NOW).accepts(message);
    }

    @Test
    void acceptsATimestampAfterTheSignature() {
        TestVerifier.standard()
                .accepts(SignedRequest.good()
                        .rebuilt(document -> SignedRequest.first(document, "Security")
                                .appendChild(SignedRequest.first(document, "Timestamp"))));
    }
}
