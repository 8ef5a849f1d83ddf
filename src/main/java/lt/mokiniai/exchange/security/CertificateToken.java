package lt.mokiniai.exchange.security;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import lt.mokiniai.kernel.faults.ExchangeException;
import org.w3c.dom.Element;

/**
 * A certificate as a message carries it: base64 of a certificate in DER (X.690, section 10). Its length and its nesting
 * are looked at before anybody decodes it: the JDK, 17 among them, calls itself for each level of indefinite length, and
 * a few kilobytes of them overflow a thread's stack.
 */
final class CertificateToken {

    /** How long the text may be where no setting says otherwise; a certificate takes 1 to 4 kB of it. */
    static final int LONGEST = 8192;

    /** A certificate nests 8 or so deep, extensions counted. */
    private static final int DEEPEST = 32;

    private static final int TAG_NUMBER = 0x1F;
    private static final int CONSTRUCTED = 0x20;
    private static final int SEQUENCE = 0x30;
    private static final int LONG_FORM = 0x80;
    private static final int MOST_LENGTH_OCTETS = 3;

    private CertificateToken() {}

    /** @throws ExchangeException {@code MR-104} when it is too long, {@code MR-216} when it is no certificate */
    static void check(Element token, int longest) {
        try {
            read(token, longest);
        } catch (CertificateException notACertificate) {
            throw EnvelopeShape.shape(EnvelopeShape.name(token));
        }
    }

    /**
     * Reads the certificate.
     *
     * @throws ExchangeException as {@link #check}, where its shape alone tells
     * @throws CertificateException when it is no certificate
     */
    static X509Certificate read(Element token, int longest) throws CertificateException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der(token, longest)));
    }

    private static byte[] der(Element token, int longest) {
        EnvelopeShape.bounded(token, longest);
        try {
            byte[] der = Base64.getMimeDecoder().decode(token.getTextContent());
            if (isOneSequence(der)) {
                return der;
            }
        } catch (IllegalArgumentException notBase64) {
            // Told as whatever else is no certificate.
        }
        throw EnvelopeShape.shape(EnvelopeShape.name(token));
    }

    /** Whether the octets are one sequence, whose parts all have a definite length, fit, and nest no deeper than a certificate's. */
    static boolean isOneSequence(byte[] der) {
        int[] ends = new int[DEEPEST];
        int depth = 0;
        int at = 0;
        do {
            int end = depth == 0 ? der.length : ends[depth - 1];
            if (end - at < 2 || (depth == 0 && der[at] != SEQUENCE) || (der[at] & TAG_NUMBER) == TAG_NUMBER) {
                return false;
            }
            boolean isConstructed = (der[at] & CONSTRUCTED) != 0;
            int length = der[at + 1] & 0xFF;
            at += 2;
            if (length >= LONG_FORM) {
                int octets = length - LONG_FORM;
                // None is the indefinite length.
                if (octets == 0 || octets > MOST_LENGTH_OCTETS || octets > end - at) {
                    return false;
                }
                length = 0;
                for (int i = 0; i < octets; i++) {
                    length = (length << 8) | (der[at++] & 0xFF);
                }
            }
            if (length > end - at || (isConstructed && depth == DEEPEST)) {
                return false;
            }
            if (isConstructed) {
                ends[depth++] = at + length;
            } else {
                at += length;
            }
            while (depth > 0 && at == ends[depth - 1]) {
                depth--;
            }
        } while (depth > 0);
        return at == der.length;
    }
}
