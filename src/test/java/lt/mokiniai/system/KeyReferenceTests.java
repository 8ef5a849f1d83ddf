package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How a message names its key: what WS-Security and XML Signature allow is answered, whatever WSS4J asks beyond it; what
 * they do not allow is a fault that names element and attribute, and is explained by the same.
 */
class KeyReferenceTests {

    private static final Register REGISTER = Register.shared();
    private static final X509Certificate CERTIFICATE =
            REGISTER.parties().signer("benefits").certificate();

    private static final String ENCODING = " EncodingType=\""
            + "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary\"";
    private static final String PROFILE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#";
    private static final String THUMBPRINT =
            "http://docs.oasis-open.org/wss/oasis-wss-soap-message-security-1.1#ThumbprintSHA1";
    private static final String ISSUER = "CN=Demo CA, O=Pupils' Register demo, C=LT";
    private static final String SERIAL = CERTIFICATE.getSerialNumber().toString();

    static Stream<Arguments> allowed() {
        return Stream.of(
                Arguments.of("a token without EncodingType", change(xml -> xml.replace(ENCODING, ""))),
                Arguments.of("a key identifier with EncodingType", key(identifier(ENCODING, thumbprint()))),
                Arguments.of("a key identifier without EncodingType", key(identifier("", thumbprint()))),
                Arguments.of("a key identifier in lines", key(identifier("", "\n  " + thumbprint() + "\n"))),
                Arguments.of("issuer and serial", key(issuerAndSerial(ISSUER, SERIAL))),
                Arguments.of("white space around the serial", key(issuerAndSerial(ISSUER, "\n     " + SERIAL + " \t"))),
                Arguments.of("a comment in the serial", key(issuerAndSerial(ISSUER, " " + SERIAL + "<!-- no --> "))),
                Arguments.of("a sign before the serial", key(issuerAndSerial(ISSUER, "+" + SERIAL))),
                Arguments.of("zeros before the serial", key(issuerAndSerial(ISSUER, "00" + SERIAL))),
                Arguments.of(
                        "an issuer of OpenSSL",
                        key(issuerAndSerial("/C=LT/O=Pupils' Register demo/CN=Demo CA", SERIAL))),
                Arguments.of(
                        "an issuer of OpenSSL, with spaces",
                        key(issuerAndSerial("\n  C = LT, O = Pupils' Register demo, CN = Demo CA\n", SERIAL))),
                Arguments.of(
                        "an issuer by OID",
                        key(issuerAndSerial(
                                "2.5.4.3=#0c0744656d6f204341,OID.2.5.4.10=\"Pupils' Register demo\",C=LT", SERIAL))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("allowed")
    void whatTheSpecificationsAllowIsAnswered(String form, UnaryOperator<String> change) {
        Reply reply = message(change).send();

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    }

    @Test
    void anEmptyListOfPrefixesIsAList() {
        Message message =
                REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT).withAnEmptyListOfPrefixes();

        assertThat(new String(message.bytes(), StandardCharsets.UTF_8)).contains("PrefixList=\"\"");
        assertThat(message.send().status()).isEqualTo(200);
    }

    static Stream<Arguments> refused() {
        String hex = ENCODING.replace("Base64Binary", "HexBinary");
        return Stream.of(
                Arguments.of(
                        "BinarySecurityToken/@EncodingType=\"" + hex.split("\"")[1] + "\".",
                        change(xml -> xml.replace(ENCODING, hex))),
                Arguments.of(
                        "BinarySecurityToken/@EncodingType=\"wsse:Base64Binary\".",
                        change(xml -> xml.replace(ENCODING, " EncodingType=\"wsse:Base64Binary\""))),
                Arguments.of(
                        "BinarySecurityToken/@ValueType.",
                        change(xml -> xml.replaceFirst("(BinarySecurityToken[^>]*)ValueType=\"[^\"]*\"", "$1"))),
                Arguments.of(
                        "Reference/@ValueType=\"" + PROFILE + "PKCS7\".",
                        change(xml -> xml.replaceFirst("(:Reference[^>]*)X509v3", "$1PKCS7"))),
                Arguments.of(
                        "KeyIdentifier/@EncodingType=\"" + hex.split("\"")[1] + "\".",
                        key(identifier(hex, thumbprint()))),
                Arguments.of(
                        "KeyIdentifier/@ValueType=\"" + THUMBPRINT.replace("SHA1", "SHA2") + "\".",
                        key(identifier("", thumbprint()).replace("SHA1", "SHA2"))),
                Arguments.of(
                        "Reference/@URI=\"#http://x-road.eu/xsd/identifiers\".",
                        change(xml -> xml.replaceFirst(
                                "ds:Reference URI=\"#[^\"]*\"",
                                "ds:Reference URI=\"#http://x-road.eu/xsd/identifiers\""))),
                Arguments.of("KeyIdentifier.", key(identifier("", "not.base64"))),
                Arguments.of("X509SerialNumber.", key(issuerAndSerial(ISSUER, "1 2"))),
                Arguments.of("X509SerialNumber.", key(issuerAndSerial(ISSUER, "0x1F"))),
                Arguments.of("X509SerialNumber.", key(issuerAndSerial(ISSUER, ""))),
                Arguments.of("SignatureValue.", change(xml -> xml.replaceFirst("(:SignatureValue>)", "$1-"))),
                Arguments.of("DigestValue.", change(xml -> xml.replaceFirst("(:DigestValue>)", "$1_"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void anotherFormIsNamedAndExplainedByTheSame(String part, UnaryOperator<String> change) {
        Message message = message(change);
        Reply reply = message.send();

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.toString()).contains("MR-216").contains(": " + part);
        assertThat(new Sandbox(REGISTER).explainAsText(message))
                .contains("MR-216")
                .contains(": " + part);
    }

    private static Message message(UnaryOperator<String> change) {
        return REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT).tamperedAfterSigning(change);
    }

    private static UnaryOperator<String> change(UnaryOperator<String> change) {
        return change;
    }

    private static UnaryOperator<String> key(String reference) {
        return xml -> xml.replaceFirst("<wsse:BinarySecurityToken.*?</wsse:BinarySecurityToken>", "")
                .replaceFirst("<wsse:Reference [^>]*/>", Matcher.quoteReplacement(reference));
    }

    private static String identifier(String encoding, String text) {
        return "<wsse:KeyIdentifier" + encoding + " ValueType=\"" + THUMBPRINT + "\">" + text + "</wsse:KeyIdentifier>";
    }

    private static String issuerAndSerial(String issuer, String serial) {
        return "<ds:X509Data><ds:X509IssuerSerial><ds:X509IssuerName>" + issuer
                + "</ds:X509IssuerName><ds:X509SerialNumber>" + serial
                + "</ds:X509SerialNumber></ds:X509IssuerSerial></ds:X509Data>";
    }

    private static String thumbprint() {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(CERTIFICATE.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
