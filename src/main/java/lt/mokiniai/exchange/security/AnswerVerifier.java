package lt.mokiniai.exchange.security;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import lt.mokiniai.exchange.security.MessageVerifier.Freshness;
import lt.mokiniai.exchange.security.SignatureCheck.Signed;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.trust.PartyCertificates;
import lt.mokiniai.platform.trust.TrustedAuthorities;
import lt.mokiniai.platform.trust.names.DistinguishedName;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Verifies the register's answers and faults for a client: signed by the register, of these minutes, every header
 * covered, and bound to the client's own request (WS-Security 1.1, section 8.5, SignatureConfirmation).
 */
public final class AnswerVerifier {

    private static final Freshness FRESHNESS = new Freshness(Duration.ofMinutes(5), Duration.ofSeconds(60));

    private final SignatureCheck signatures;
    private final @Nullable DistinguishedName register;
    private final Clock clock;

    /**
     * @param authorities whose certificates are trusted
     * @param register the subject that the register's certificate must have; null when every trusted one is taken
     */
    public AnswerVerifier(TrustedAuthorities authorities, @Nullable X500Principal register, Clock clock) {
        this.signatures = new SignatureCheck(authorities, PartyCertificates.none(), clock);
        this.register = register == null ? null : DistinguishedName.of(register);
        this.clock = clock;
    }

    /**
     * Verifies an answer and gives the certificate that signed it.
     *
     * @param confirmations the signature values of the request, as {@link MessageSigner#sign} gave them
     * @throws ExchangeException {@code MR-102} or one of {@code MR-2xx}; {@code MR-216} when it answers another request
     */
    public X509Certificate verify(Document answer, List<byte[]> confirmations) {
        SignedEnvelope envelope = EnvelopeShape.ANSWER.read(answer);
        Signed signed = signatures.check(envelope);
        envelope.requireCovered(signed.covered());
        Instant now = clock.instant();
        envelope.requireFresh(now, FRESHNESS);
        if (register != null
                && !register.equals(DistinguishedName.of(signed.signer().getSubjectX500Principal()))) {
            throw ExchangeException.of(ExchangeError.CERTIFICATE_NOT_TRUSTED);
        }
        if (!TrustedAuthorities.isValid(signed.signer(), now)) {
            throw ExchangeException.of(ExchangeError.CERTIFICATE_EXPIRED);
        }
        requireConfirmed(envelope.confirmations(), confirmations);
        return signed.signer();
    }

    private static void requireConfirmed(List<Element> found, List<byte[]> expected) {
        boolean same = found.size() == expected.size()
                && expected.stream()
                        .allMatch(value ->
                                found.stream().anyMatch(confirmation -> Arrays.equals(value, value(confirmation))));
        if (!same) {
            throw EnvelopeShape.shape("SignatureConfirmation");
        }
    }

    private static byte[] value(Element confirmation) {
        try {
            return Base64.getMimeDecoder().decode(confirmation.getAttributeNS(null, "Value"));
        } catch (IllegalArgumentException notBase64) {
            throw EnvelopeShape.shape("SignatureConfirmation");
        }
    }
}
