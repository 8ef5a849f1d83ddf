package lt.mokiniai.exchange.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.trust.CertificateValidator;
import lt.mokiniai.platform.trust.PartyCertificates;
import lt.mokiniai.platform.trust.RevocationLists;
import lt.mokiniai.platform.trust.TrustedAuthorities;
import org.w3c.dom.Document;

/** A verifier that trusts the test authorities, and short words for what a test expects of it. */
final class TestVerifier {

    private final MessageVerifier verifier;

    TestVerifier(PartyCertificates parties, Instant now) {
        this(parties, now, RevocationLists.Policy.HARD, SignedRequest.NOW.plus(Duration.ofDays(1)));
    }

    TestVerifier(PartyCertificates parties, Instant now, RevocationLists.Policy policy, Instant nextUpdate) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        TrustedAuthorities authorities =
                new TrustedAuthorities(List.of(TestPki.AUTHORITY.certificate(), TestPki.SILENT.certificate()));
        Path list = temporary("crl");
        TestPki.pem(
                list,
                TestPki.crl(
                        TestPki.AUTHORITY, SignedRequest.NOW.minus(Duration.ofDays(9)), nextUpdate, TestPki.REVOKED));
        RevocationLists revocation =
                new RevocationLists(List.of(list.toString()), authorities, policy, Duration.ofHours(12), clock);
        revocation.refresh();
        this.verifier = new MessageVerifier(
                authorities,
                parties,
                new CertificateValidator(
                        authorities,
                        revocation,
                        List.of(TestPki.REGISTER_EC.certificate(), TestPki.REGISTER_RSA.certificate()),
                        clock),
                new MessageVerifier.Freshness(Duration.ofMinutes(5), Duration.ofSeconds(60)),
                CertificateToken.LONGEST,
                clock);
    }

    static TestVerifier standard() {
        return new TestVerifier(PartyCertificates.none(), SignedRequest.NOW);
    }

    static TestVerifier at(Instant now) {
        return new TestVerifier(PartyCertificates.none(), now);
    }

    VerifiedMessage verify(Document message) {
        return verifier.verify(message);
    }

    void accepts(Document message) {
        assertThat(verifier.verify(message).request().getLocalName()).isEqualTo("getStudent");
    }

    void refuses(Document message, ExchangeError error) {
        assertThat(refusal(message).error()).isEqualTo(error);
    }

    void refuses(Document message, ExchangeError error, String particulars) {
        ExchangeException refusal = refusal(message);
        assertThat(refusal.error()).isEqualTo(error);
        assertThat(refusal.messageEn()).contains(": " + particulars + ".");
    }

    private ExchangeException refusal(Document message) {
        ExchangeException refusal = catchThrowableOfType(ExchangeException.class, () -> verifier.verify(message));
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal;
    }

    static Path temporary(String kind) {
        try {
            Path file = Files.createTempFile("security", "." + kind);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
