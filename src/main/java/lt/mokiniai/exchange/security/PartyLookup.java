package lt.mokiniai.exchange.security;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.security.auth.callback.CallbackHandler;
import lt.mokiniai.platform.trust.PartyCertificates;
import org.apache.wss4j.common.crypto.CryptoBase;
import org.apache.wss4j.common.crypto.CryptoType;
import org.jspecify.annotations.Nullable;

/**
 * WSS4J's way to certificates during one verification: those of the parties, and no default one, which WSS4J would take
 * for a signature without a KeyInfo (docs/security.md, S7). It holds no private key.
 */
final class PartyLookup extends CryptoBase {

    private final PartyCertificates parties;
    private final Runnable isAsked;
    private boolean missed;

    /** @param isAsked is run when WSS4J has read which certificate it wants, before it computes anything */
    PartyLookup(PartyCertificates parties, Runnable isAsked) {
        this.parties = parties;
        this.isAsked = isAsked;
    }

    /** Whether a certificate was asked for that is not known. */
    boolean missed() {
        return missed;
    }

    @Override
    public X509Certificate[] getX509Certificates(CryptoType wanted) {
        isAsked.run();
        Optional<X509Certificate> found = switch (wanted.getType()) {
            case ISSUER_SERIAL -> byIssuerAndSerial(wanted.getIssuer(), wanted.getSerial());
            case SKI_BYTES -> parties.bySubjectKeyIdentifier(wanted.getBytes());
            case THUMBPRINT_SHA1 -> parties.byThumbprint(wanted.getBytes());
            default -> Optional.empty();
        };
        missed = found.isEmpty();
        return found.map(certificate -> new X509Certificate[] {certificate}).orElseGet(() -> new X509Certificate[0]);
    }

    private Optional<X509Certificate> byIssuerAndSerial(@Nullable String issuer, @Nullable BigInteger serial) {
        return issuer == null || serial == null ? Optional.empty() : parties.byIssuerAndSerial(issuer, serial);
    }

    @Override
    public @Nullable String getX509Identifier(X509Certificate certificate) {
        return null;
    }

    @Override
    public @Nullable String getDefaultX509Identifier() {
        return null;
    }

    @Override
    public PrivateKey getPrivateKey(X509Certificate certificate, CallbackHandler handler) {
        throw new UnsupportedOperationException("a verifier has no private key");
    }

    @Override
    public PrivateKey getPrivateKey(PublicKey key, CallbackHandler handler) {
        throw new UnsupportedOperationException("a verifier has no private key");
    }

    @Override
    public PrivateKey getPrivateKey(String identifier, String password) {
        throw new UnsupportedOperationException("a verifier has no private key");
    }

    @Override
    public void verifyTrust(
            X509Certificate[] certificates,
            boolean revocation,
            Collection<Pattern> subjects,
            Collection<Pattern> issuers) {
        throw new UnsupportedOperationException("trust is decided by TrustedAuthorities");
    }

    @Override
    public void verifyTrust(PublicKey key) {
        throw new UnsupportedOperationException("a bare key is never trusted");
    }
}
