package lt.mokiniai.tools.demo;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import lt.mokiniai.platform.trust.KeyAlgorithm;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The demo's certificate authority: it issues certificates and the list of the revoked ones (RFC 5280). */
record DemoAuthority(PrivateKey key, X509Certificate certificate, Instant now) {

    /** A key and the certificate that was issued for it. */
    record Issued(PrivateKey key, X509Certificate certificate) {}

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration LIST_LIFE = Duration.ofDays(30);

    /** Clocks differ. */
    private static final Duration SINCE = Duration.ofDays(1);

    private static final SecureRandom RANDOM = new SecureRandom();

    static DemoAuthority create(X500Principal name, Instant now) throws GeneralSecurityException, IOException {
        KeyPair pair = pair(KeyAlgorithm.EC);
        JcaX509v3CertificateBuilder builder = builder(name, name, pair, now, YEAR.multipliedBy(10));
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return new DemoAuthority(pair.getPrivate(), signed(builder, pair.getPrivate()), now);
    }

    /** Makes a certificate that no authority stands behind. */
    static Issued selfSigned(X500Principal name, Instant now) throws GeneralSecurityException, IOException {
        KeyPair pair = pair(KeyAlgorithm.EC);
        return new Issued(
                pair.getPrivate(), signed(builder(name, name, pair, now, YEAR.multipliedBy(5)), pair.getPrivate()));
    }

    /** The same authority at another time. */
    DemoAuthority at(Instant time) {
        return new DemoAuthority(key, certificate, time);
    }

    Issued issue(X500Principal subject, KeyAlgorithm algorithm) throws GeneralSecurityException, IOException {
        return issue(subject, algorithm, YEAR.multipliedBy(5));
    }

    Issued issue(X500Principal subject, KeyAlgorithm algorithm, Duration life)
            throws GeneralSecurityException, IOException {
        KeyPair pair = pair(algorithm);
        JcaX509v3CertificateBuilder builder = builder(certificate.getSubjectX500Principal(), subject, pair, now, life);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                extensions().createAuthorityKeyIdentifier(certificate.getPublicKey()));
        return new Issued(pair.getPrivate(), signed(builder, key));
    }

    /** Gives the list, in DER: one certificate stands on it. */
    byte[] revoking(X509Certificate revoked) throws GeneralSecurityException, IOException {
        JcaX509v2CRLBuilder list = new JcaX509v2CRLBuilder(certificate, Date.from(now));
        list.setNextUpdate(Date.from(now.plus(LIST_LIFE)));
        list.addCRLEntry(revoked.getSerialNumber(), revoked.getNotBefore(), CRLReason.cessationOfOperation);
        list.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                extensions().createAuthorityKeyIdentifier(certificate.getPublicKey()));
        list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.getEpochSecond())));
        return list.build(signer(key)).getEncoded();
    }

    private static JcaX509v3CertificateBuilder builder(
            X500Principal issuer, X500Principal subject, KeyPair pair, Instant now, Duration life)
            throws GeneralSecurityException, IOException {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(120, RANDOM).setBit(120),
                Date.from(now.minus(SINCE)),
                Date.from(now.plus(life)),
                subject,
                pair.getPublic());
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, extensions().createSubjectKeyIdentifier(pair.getPublic()));
        return builder;
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException {
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer(key)));
    }

    private static ContentSigner signer(PrivateKey key) throws GeneralSecurityException {
        try {
            return new JcaContentSignerBuilder("SHA256withECDSA").build(key);
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("the authority cannot sign", e);
        }
    }

    private static KeyPair pair(KeyAlgorithm algorithm) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.name());
        if (algorithm == KeyAlgorithm.EC) {
            generator.initialize(new ECGenParameterSpec("secp256r1"));
        } else {
            generator.initialize(3072);
        }
        return generator.generateKeyPair();
    }

    private static JcaX509ExtensionUtils extensions() throws GeneralSecurityException {
        return new JcaX509ExtensionUtils();
    }
}
