package lt.mokiniai.system;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.tools.demo.DemoCast;

/** Texts of the Security header that are looked at before anybody decodes them: their length, and how deep they nest. */
final class TokenBreaches {

    private static final Register REGISTER = Register.shared();
    private static final int LONGEST = 8192;

    private static final String TOKEN_PROFILE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#";

    private TokenBreaches() {}

    static List<Breach> all() {
        List<Breach> all = new ArrayList<>();
        all.add(token("20,000 sequences of indefinite length, open", ExchangeError.LIMIT, opened(20_000, false)));
        all.add(token(
                "3,000 sequences of indefinite length, open", ExchangeError.SIGNATURE_SHAPE, opened(3_000, false)));
        all.add(token(
                "1,500 sequences of indefinite length, closed", ExchangeError.SIGNATURE_SHAPE, opened(1_500, true)));
        all.add(token("33 sequences within each other", ExchangeError.SIGNATURE_SHAPE, sequences(33)));
        all.add(token("a text that is no base64", ExchangeError.SIGNATURE_SHAPE, "="));
        all.add(token("nothing", ExchangeError.SIGNATURE_SHAPE, ""));
        all.add(token("a sequence that is no certificate", ExchangeError.SIGNATURE_SHAPE, sequences(32)));
        all.add(token("a text of 8,193 characters", ExchangeError.LIMIT, "A".repeat(LONGEST + 1)));
        all.add(text("SignatureValue", "2,049 characters", 2_049));
        all.add(text("DigestValue", "257 characters", 257));
        all.add(text("Created", "65 characters", 65));
        all.add(text("Expires", "65 characters", 65));
        all.add(key(
                "a KeyIdentifier of 257 characters",
                ExchangeError.LIMIT,
                "<wsse:KeyIdentifier ValueType=\"" + TOKEN_PROFILE + "X509SubjectKeyIdentifier\">" + "A".repeat(257)
                        + "</wsse:KeyIdentifier>"));
        all.add(key(
                "an issuer's name of 1,025 characters",
                ExchangeError.LIMIT,
                issuerAndSerial("CN=" + "a".repeat(1_022), "1", "")));
        all.add(key("a serial number of 65 digits", ExchangeError.LIMIT, issuerAndSerial("CN=a", "1".repeat(65), "")));
        all.add(key(
                "a certificate of 8,193 characters beside issuer and serial",
                ExchangeError.LIMIT,
                issuerAndSerial(
                        "CN=a", "1", "<ds:X509Certificate>" + "A".repeat(LONGEST + 1) + "</ds:X509Certificate>")));
        all.add(key(
                "an issuer that is no name", ExchangeError.CERTIFICATE_NOT_TRUSTED, issuerAndSerial("=,+", "1", "")));
        all.add(key("a serial number that is none", ExchangeError.SIGNATURE_SHAPE, issuerAndSerial("CN=a", "one", "")));
        all.add(new Breach(
                "a list of prefixes of 1,025 characters",
                ExchangeError.LIMIT,
                TokenBreaches::good,
                message -> message.tamperedAfterSigning(xml -> xml.replaceFirst(
                        "(<ds:CanonicalizationMethod [^>]*)/>",
                        "$1><ec:InclusiveNamespaces xmlns:ec=\"http://www.w3.org/2001/10/xml-exc-c14n#\" PrefixList=\""
                                + "a".repeat(1_025) + "\"/></ds:CanonicalizationMethod>"))));
        return all;
    }

    /** Sequences of indefinite length (X.690, section 8.1.3.6), each within the one before. */
    static String opened(int count, boolean isClosed) {
        byte[] ber = new byte[isClosed ? 4 * count : 2 * count];
        for (int i = 0; i < count; i++) {
            ber[2 * i] = 0x30;
            ber[2 * i + 1] = (byte) 0x80;
        }
        return Base64.getEncoder().encodeToString(ber);
    }

    /** Sequences of definite length, 60 at the most, each within the one before. */
    private static String sequences(int count) {
        byte[] der = new byte[2 * count];
        IntStream.range(0, count).forEach(i -> {
            der[2 * i] = 0x30;
            der[2 * i + 1] = (byte) (2 * (count - i - 1));
        });
        return Base64.getEncoder().encodeToString(der);
    }

    private static Breach token(String rule, ExchangeError error, String base64) {
        return changed("a token of: " + rule, error, "BinarySecurityToken", base64);
    }

    private static Breach text(String element, String rule, int length) {
        return changed("a " + element + " of " + rule, ExchangeError.LIMIT, element, "A".repeat(length));
    }

    private static Breach changed(String rule, ExchangeError error, String element, String text) {
        return new Breach(
                rule,
                error,
                TokenBreaches::good,
                message -> message.tamperedAfterSigning(xml ->
                        xml.replaceFirst("(:" + element + "[^>]*>)[^<]*", "$1" + Matcher.quoteReplacement(text))));
    }

    private static Breach key(String rule, ExchangeError error, String reference) {
        return new Breach(
                rule,
                error,
                TokenBreaches::good,
                message -> message.tamperedAfterSigning(
                        xml -> xml.replaceFirst("<wsse:Reference [^>]*/>", Matcher.quoteReplacement(reference))));
    }

    private static String issuerAndSerial(String issuer, String serial, String more) {
        return "<ds:X509Data><ds:X509IssuerSerial><ds:X509IssuerName>" + issuer
                + "</ds:X509IssuerName><ds:X509SerialNumber>" + serial
                + "</ds:X509SerialNumber></ds:X509IssuerSerial>" + more + "</ds:X509Data>";
    }

    private static Message good() {
        return REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT);
    }
}
