package lt.mokiniai.exchange.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import lt.mokiniai.exchange.security.TestPki.Pair;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.platform.trust.PartyCertificates;
import lt.mokiniai.platform.trust.RevocationLists.Policy;
import lt.mokiniai.platform.trust.TrustedAuthorities;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** Properly signed messages of certificates that are not good; the good twins are in {@link GoodRequestTests}. */
class CertificateTests {

    private final TestVerifier verifier = TestVerifier.standard();

    @Test
    void refusesAStrangersCertificateThoughItBearsTheSameName() {
        refuses(TestPki.OF_A_STRANGER, ExchangeError.CERTIFICATE_NOT_TRUSTED);
    }

    @Test
    void refusesACertificateThatSignsItself() {
        refuses(
                TestPki.issue(
                        "CN=self", TestPki.ec("secp256r1"), null, TestPki.FROM, TestPki.TO, TestPki.SIGNATURES, false),
                ExchangeError.CERTIFICATE_NOT_TRUSTED);
    }

    @Test
    void refusesACertificateThatAPartyIssued() {
        refuses(
                TestPki.issue(
                        "CN=below",
                        TestPki.ec("secp256r1"),
                        TestPki.PARTY,
                        TestPki.FROM,
                        TestPki.TO,
                        TestPki.SIGNATURES,
                        false),
                ExchangeError.CERTIFICATE_NOT_TRUSTED);
    }

    @Test
    void refusesTheAuthorityItself() {
        refuses(TestPki.AUTHORITY, ExchangeError.CERTIFICATE_NOT_TRUSTED);
    }

    @Test
    void refusesAnExpiredCertificate() {
        refuses(TestPki.EXPIRED, ExchangeError.CERTIFICATE_EXPIRED);
    }

    @Test
    void refusesACertificateThatIsNotValidYet() {
        refuses(TestPki.NOT_YET_VALID, ExchangeError.CERTIFICATE_EXPIRED);
    }

    @Test
    void refusesACertificateThatMayNotSign() {
        refuses(TestPki.FOR_ENCRYPTION, ExchangeError.CERTIFICATE_NOT_TRUSTED);
    }

    @Test
    void acceptsACertificateThatDoesNotTellItsUsage() {
        verifier.accepts(SignedRequest.by(TestPki.issue(
                        "CN=plain", TestPki.ec("secp256r1"), TestPki.AUTHORITY, TestPki.FROM, TestPki.TO, 0, false))
                .arrived());
    }

    @Test
    void refusesARevokedCertificate() {
        refuses(TestPki.REVOKED, ExchangeError.CERTIFICATE_REVOKED);
    }

    @Test
    void refusesARevokedCertificateEvenWhereTheUnknownIsAccepted() {
        soft().refuses(SignedRequest.by(TestPki.REVOKED).arrived(), ExchangeError.CERTIFICATE_REVOKED);
    }

    @Test
    void refusesACertificateOfAnAuthorityWithoutARevocationList() {
        refuses(TestPki.UNLISTED, ExchangeError.REVOCATION_UNKNOWN);
    }

    @Test
    void acceptsItWhereTheOperatorChoseTo() {
        soft().accepts(SignedRequest.by(TestPki.UNLISTED).arrived());
    }

    @Test
    void acceptsAnOldRevocationListWithinTheGrace() {
        listUntil(Duration.ofHours(12)).accepts(SignedRequest.good().arrived());
    }

    @Test
    void refusesAnOldRevocationListBeyondTheGrace() {
        listUntil(Duration.ofHours(13)).refuses(SignedRequest.good().arrived(), ExchangeError.REVOCATION_UNKNOWN);
    }

    @Test
    void refusesARevokedCertificateHoweverOldTheList() {
        listUntil(Duration.ofDays(5))
                .refuses(SignedRequest.by(TestPki.REVOKED).arrived(), ExchangeError.CERTIFICATE_REVOKED);
    }

    @Test
    void refusesShortRsaKeys() {
        refuses(TestPki.PARTY_RSA_1024, ExchangeError.ALGORITHM);
    }

    @Test
    void refusesOtherCurves() {
        refuses(TestPki.PARTY_P521, ExchangeError.ALGORITHM);
    }

    @Test
    void refusesTheRegistersOwnCertificate() {
        refuses(TestPki.REGISTER_EC, ExchangeError.CERTIFICATE_NOT_TRUSTED);
        refuses(TestPki.REGISTER_RSA, ExchangeError.CERTIFICATE_NOT_TRUSTED);
    }

    @Test
    void repeatsTheDecisionForAKnownCertificate() {
        Document first = SignedRequest.good().arrived();
        Document second = SignedRequest.good().arrived();

        verifier.accepts(first);
        verifier.accepts(second);
        refuses(TestPki.REVOKED, ExchangeError.CERTIFICATE_REVOKED);
        refuses(TestPki.REVOKED, ExchangeError.CERTIFICATE_REVOKED);
    }

    @Test
    void takesNoPartyForAnAuthority() {
        assertThatThrownBy(() -> new TrustedAuthorities(List.of(TestPki.PARTY.certificate())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesNoAuthorityWithAWeakKey() {
        Pair weak = TestPki.issue(
                "CN=Weak Authority",
                TestPki.rsa(1024),
                null,
                TestPki.FROM,
                TestPki.TO,
                org.bouncycastle.asn1.x509.KeyUsage.keyCertSign,
                true);
        Pair large = TestPki.issue(
                "CN=Large Authority",
                TestPki.ec("secp521r1"),
                null,
                TestPki.FROM,
                TestPki.TO,
                org.bouncycastle.asn1.x509.KeyUsage.keyCertSign,
                true);

        assertThatThrownBy(() -> new TrustedAuthorities(List.of(weak.certificate())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2048");
        assertThat(new TrustedAuthorities(List.of(large.certificate())).certificates())
                .containsExactly(large.certificate());
    }

    @Test
    void readsAuthoritiesFromFiles() {
        TrustedAuthorities authorities = TrustedAuthorities.load(List.of(TestPki.pem(
                TestVerifier.temporary("crt"), TestPki.AUTHORITY.certificate(), TestPki.SILENT.certificate())));

        assertThat(authorities.certificates())
                .containsExactlyInAnyOrder(TestPki.AUTHORITY.certificate(), TestPki.SILENT.certificate());
    }

    @Test
    void trustsNobodyOnceTheAuthorityHasRunOut() {
        Pair authority = TestPki.issue(
                "CN=Old Authority",
                TestPki.ec("secp256r1"),
                null,
                TestPki.FROM,
                SignedRequest.NOW.minusSeconds(1),
                org.bouncycastle.asn1.x509.KeyUsage.keyCertSign,
                true);
        Pair party = TestPki.issue(
                "CN=old", TestPki.ec("secp256r1"), authority, TestPki.FROM, TestPki.TO, TestPki.SIGNATURES, false);
        TrustedAuthorities authorities = new TrustedAuthorities(List.of(authority.certificate()));

        assertThat(authorities.issuerOf(party.certificate(), SignedRequest.NOW.minusSeconds(2)))
                .isEqualTo(authority.certificate());
        assertThatThrownBy(() -> authorities.issuerOf(party.certificate(), SignedRequest.NOW))
                .hasMessage("MR-209");
    }

    private void refuses(Pair signer, ExchangeError error) {
        verifier.refuses(SignedRequest.by(signer).arrived(), error);
    }

    private static TestVerifier soft() {
        return new TestVerifier(
                PartyCertificates.none(), SignedRequest.NOW, Policy.SOFT, SignedRequest.NOW.plus(Duration.ofDays(1)));
    }

    private static TestVerifier listUntil(Duration before) {
        return new TestVerifier(
                PartyCertificates.none(), SignedRequest.NOW, Policy.HARD, SignedRequest.NOW.minus(before));
    }
}
