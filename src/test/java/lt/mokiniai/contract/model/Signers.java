package lt.mokiniai.contract.model;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates for tests that look at names alone. */
public final class Signers {

    private Signers() {}

    /** Gives a certificate of a subject and an issuer; who signed it does not matter to contracts. */
    public static X509Certificate certificate(String subject, String issuer) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            KeyPair pair = generator.generateKeyPair();
            return new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    new X500Name(issuer),
                                    BigInteger.ONE,
                                    Date.from(Instant.parse("2026-01-01T00:00:00Z")),
                                    Date.from(Instant.parse("2036-01-01T00:00:00Z")),
                                    new X500Name(subject),
                                    pair.getPublic())
                            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
