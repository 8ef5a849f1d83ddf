package lt.mokiniai.contract.model;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** A certificate that a contract names: by subject and issuer, or by SHA-256 thumbprint in lower hex. */
public record Signer(Optional<X500Principal> subject, Optional<X500Principal> issuer, Optional<String> thumbprint) {

    /** Gives all that a contract can name a certificate by. */
    public static Signer of(X509Certificate certificate, String thumbprint) {
        return new Signer(
                Optional.of(certificate.getSubjectX500Principal()),
                Optional.of(certificate.getIssuerX500Principal()),
                Optional.of(thumbprint));
    }

    /** Gives by what the certificate is named: whoever names the same one has a name in common with this. */
    public Set<String> names() {
        Set<String> names = new HashSet<>();
        thumbprint.ifPresent(names::add);
        if (subject.isPresent() && issuer.isPresent()) {
            names.add(ofEitherEnd(subject.get()) + "\n" + ofEitherEnd(issuer.get()));
        }
        return names;
    }

    /** Tools write a name from either end, and both are the same name to a lawyer; the canonical forms count. */
    private static String ofEitherEnd(X500Principal name) {
        String one = name.getName(X500Principal.CANONICAL);
        String other = fromTheOtherEnd(name).getName(X500Principal.CANONICAL);
        return one.compareTo(other) < 0 ? one : other;
    }

    private static X500Principal fromTheOtherEnd(X500Principal name) {
        try {
            List<Rdn> parts = new ArrayList<>(new LdapName(name.getName()).getRdns());
            Collections.reverse(parts);
            return new X500Principal(new LdapName(parts).toString());
        } catch (InvalidNameException e) {
            return name;
        }
    }
}
