package lt.mokiniai.contract.model;

import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import lt.mokiniai.platform.trust.names.DistinguishedName;

/** A certificate that a contract names: by subject and issuer, or by SHA-256 thumbprint in lower hex. */
public record Signer(
        Optional<DistinguishedName> subject, Optional<DistinguishedName> issuer, Optional<String> thumbprint) {

    /** What a certificate may be named by: its subject and issuer, or its thumbprint. */
    public sealed interface Name {}

    private record ByIssue(DistinguishedName subject, DistinguishedName issuer) implements Name {}

    private record ByThumbprint(String sha256) implements Name {}

    /** Gives all that a contract can name a certificate by. */
    public static Signer of(X509Certificate certificate, String thumbprint) {
        return new Signer(
                Optional.of(DistinguishedName.of(certificate.getSubjectX500Principal())),
                Optional.of(DistinguishedName.of(certificate.getIssuerX500Principal())),
                Optional.of(thumbprint));
    }

    /** Gives by what the certificate is named: whoever names the same one has a name in common with this. */
    public Set<Name> names() {
        Set<Name> names = new HashSet<>();
        thumbprint.map(ByThumbprint::new).ifPresent(names::add);
        if (subject.isPresent() && issuer.isPresent()) {
            names.add(new ByIssue(subject.get(), issuer.get()));
        }
        return names;
    }

    /** Tells whether it names another certificate, but would name this one if case, width and white space did not count. */
    boolean resembles(Signer certificate) {
        return isLike(subject, certificate.subject) && isLike(issuer, certificate.issuer);
    }

    private static boolean isLike(Optional<DistinguishedName> one, Optional<DistinguishedName> other) {
        return one.isPresent()
                && other.isPresent()
                && (one.equals(other) || one.get().resembles(other.get()));
    }
}
