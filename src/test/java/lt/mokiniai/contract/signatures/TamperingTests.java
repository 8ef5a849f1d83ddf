package lt.mokiniai.contract.signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import lt.mokiniai.exchange.security.TestPki;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is done to a contract that both parties have signed, and what is said of its first signature then. */
class TamperingTests {

    private static final String SIGNED = Signed.byBoth();
    private static final String CHANGED = "the contract is not the text that was signed";
    private static final String OTHER_KEY = "the signature was not made with the key of its certificate";
    private static final String SHAPE = "the signature is not of the shape that a contract's has: ";
    private static final String PLACE = "a signature stands where none belongs";

    static List<Arguments> changesOfTheContract() {
        return List.of(
                change("one letter of a text", "reduced fare", "reduced fair"),
                change("an attribute", "until=\"2035-12-31\"", "until=\"2036-12-31\""),
                change("an attribute more", "kind=\"provision\"", "kind=\"provision\" x=\"\""),
                change("white space in a text", "CN=ticketing, O=", "CN=ticketing,  O="),
                change("white space between elements", "<item path=\"answer\"/>", "<item path=\"answer\"/> "),
                change(
                        "white space between the signatures",
                        "</ds:Signature><ds:Signature",
                        "</ds:Signature> <ds:Signature"),
                change("an element more", "<everyone/>", "<everyone/><everyone/>"),
                change("an element less", "<item path=\"validUntil\"/>", ""),
                change("a processing instruction", "<everyone/>", "<everyone/><?x y?>"),
                change(
                        "the namespace",
                        "xmlns=\"http://mokiniai.lt/contract/v1\"",
                        "xmlns=\"http://mokiniai.lt/contract/v2\""));
    }

    private static Arguments change(String name, String text, String other) {
        return arguments(name, text, other);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changesOfTheContract")
    void findsAChangeOfTheContractByBothSignatures(String name, String text, String other) {
        assertThat(Signed.verified(replaced(SIGNED, text, other)))
                .hasSize(2)
                .allSatisfy(signature -> assertThat(what(signature)).startsWith(CHANGED));
    }

    /** Canonicalisation leaves comments out, and so does whoever reads the contract. */
    @Test
    void takesAChangedCommentAsNoChange() {
        String changed = replaced(SIGNED, "<!-- A demonstration contract", "<!-- Any contract");

        assertThat(Signed.verified(replaced(changed, "<everyone/>", "<!-- one --><everyone/>")))
                .hasSize(2)
                .allMatch(ContractSignature::isIntact);
    }

    /** A parser reads both as one. */
    @Test
    void takesOtherLineEndsAsNoChange() {
        assertThat(Signed.verified(SIGNED.replace("\n", "\r\n"))).hasSize(2).allMatch(ContractSignature::isIntact);
    }

    static List<Arguments> changesOfTheSignature() {
        String reference = SIGNED.substring(SIGNED.indexOf("<ds:Reference "), SIGNED.indexOf("</ds:SignedInfo>"));
        String xpath = reference.substring(reference.indexOf("<filter:XPath"), reference.indexOf("</ds:Transform>"));
        String exclusive = "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/>";
        return List.of(
                change("a second Reference", reference, reference + reference, SHAPE + "Reference"),
                change("a reference to a part", "URI=\"\"", "URI=\"#x\"", SHAPE + "Reference/@URI"),
                change("a reference without URI", " URI=\"\"", "", SHAPE + "Reference/@URI"),
                change("a reference to a file", "URI=\"\"", "URI=\"file:///etc/passwd\"", SHAPE + "Reference/@URI"),
                change("an Id", "<ds:Reference ", "<ds:Reference Id=\"x\" ", SHAPE + "Reference/@Id"),
                change("an Id of the Signature", "<ds:Signature ", "<ds:Signature Id=\"x\" ", SHAPE + "Signature/@Id"),
                change("a type", "URI=\"\"", "URI=\"\" Type=\"urn:x\"", SHAPE + "Reference/@Type"),
                change("another expression", "/*/ds:Signature", "//ds:Signature", SHAPE + "XPath"),
                change("an expression with a comment", "/*/ds:", "/*/<!-- -->ds:", SHAPE + "XPath"),
                change("another filter", "\"subtract\"", "\"intersect\"", SHAPE + "XPath"),
                change("another meaning of ds", "Filter=", "xmlns:ds=\"urn:x\" Filter=", SHAPE),
                change("two expressions", xpath, xpath + xpath, SHAPE + "XPath"),
                change("a transform less", exclusive, "", SHAPE + "Transform"),
                change("a transform more", exclusive, exclusive + exclusive, SHAPE + "Transform"),
                change(
                        "an XSLT",
                        exclusive,
                        "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"/>",
                        "the Transform of the signature is not one that is taken"),
                change(
                        "the enveloped transform, which would leave the other signature in",
                        "http://www.w3.org/2002/06/xmldsig-filter2\"><",
                        "http://www.w3.org/2000/09/xmldsig#enveloped-signature\"><",
                        "the Transform of the signature is not one that is taken"),
                change(
                        "prefixes of the canonicalisation",
                        exclusive,
                        exclusive.replace(
                                "/>",
                                "><e:InclusiveNamespaces xmlns:e=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/>"
                                        + "</ds:Transform>"),
                        SHAPE + "InclusiveNamespaces"),
                change(
                        "SHA-1",
                        "http://www.w3.org/2001/04/xmlenc#sha256",
                        "http://www.w3.org/2000/09/xmldsig#sha1",
                        "the DigestMethod of the signature is not one that is taken"),
                change(
                        "HMAC",
                        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
                        "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256",
                        "the SignatureMethod of the signature is not one that is taken"),
                change(
                        "canonicalisation with comments",
                        "<ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"",
                        "<ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#WithComments\"",
                        "the CanonicalizationMethod of the signature is not one that is taken"),
                change("an Object", "</ds:KeyInfo>", "</ds:KeyInfo><ds:Object><x/></ds:Object>", SHAPE + "Object"),
                change("text in a Signature", "<ds:KeyInfo>", "hidden<ds:KeyInfo>", SHAPE + "Signature"),
                change("a key besides", "<ds:X509Data>", "<ds:KeyName>x</ds:KeyName><ds:X509Data>", SHAPE + "KeyName"),
                change("a certificate besides", "</ds:X509Data>", "<ds:X509CRL/></ds:X509Data>", SHAPE + "X509CRL"),
                change("an element for the certificate", "<ds:X509Certificate>", "<ds:X509Certificate><x/>", SHAPE),
                change("no key", "<ds:X509Data>", "<ds:X509Data/><ds:X509Data>", SHAPE),
                change(
                        "the digest",
                        digest(),
                        digest().replace(digest().charAt(0), digest().charAt(0) == 'A' ? 'B' : 'A'),
                        OTHER_KEY),
                change("the value", value(), (value().charAt(0) == 'A' ? 'B' : 'A') + value().substring(1), OTHER_KEY),
                change("a value that is none", value(), "AAAA", OTHER_KEY),
                change("another certificate", certificate(TestPki.REGISTER_EC), certificate(TestPki.PARTY), OTHER_KEY),
                change(
                        "one of another kind",
                        certificate(TestPki.REGISTER_EC),
                        certificate(TestPki.PARTY_RSA),
                        OTHER_KEY),
                change(
                        "one of a short key",
                        certificate(TestPki.REGISTER_EC),
                        certificate(TestPki.PARTY_RSA_1024),
                        "the key of the signature's certificate is not one that is taken"),
                change(
                        "no certificate",
                        certificate(TestPki.REGISTER_EC),
                        "AAAA",
                        "the certificate in the signature cannot be read"));
    }

    private static Arguments change(String name, String text, String other, String said) {
        return arguments(name, text, other, said);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changesOfTheSignature")
    void refusesAnyOtherSignatureAndLeavesTheSecondIntact(String name, String text, String other, String said) {
        List<ContractSignature> signatures = Signed.verified(replaced(SIGNED, text, other));

        assertThat(what(signatures.get(0))).startsWith(said);
        assertThat(signatures.get(0).problem().orElseThrow().notice().en().remedy())
                .isNotBlank();
        assertThat(signatures.get(signatures.size() - 1).isIntact()).isTrue();
    }

    @Test
    void findsASignatureOfAnotherContract() {
        String other = Signed.signature(Signed.by(Signed.text(Signed.SCHOOL), TestPki.REGISTER_EC), 1);

        List<ContractSignature> signatures = Signed.verified(SIGNED.replace(Signed.signature(SIGNED, 1), other));

        assertThat(what(signatures.get(0))).startsWith(CHANGED);
        assertThat(signatures.get(1).isIntact()).isTrue();
    }

    @Test
    void findsASignatureInAnotherElement() {
        String first = Signed.signature(SIGNED, 1);

        assertThat(what(Signed.verified(replaced(SIGNED.replace(first, ""), "</grants>", first + "</grants>"))
                        .get(0)))
                .isEqualTo(PLACE);
    }

    @Test
    void findsASignatureBeforeTheContent() {
        String first = Signed.signature(SIGNED, 1);

        assertThat(what(Signed.verified(replaced(SIGNED.replace(first, ""), "<grants>", first + "<grants>"))
                        .get(0)))
                .isEqualTo(PLACE);
    }

    @Test
    void findsAnObjectBesideTheSignatures() {
        String object = "<ds:Object xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><x/></ds:Object></contract>";

        assertThat(Signed.verified(replaced(SIGNED, "</contract>", object)))
                .hasSize(3)
                .last()
                .satisfies(signature -> assertThat(what(signature)).isEqualTo(PLACE));
    }

    /** The signed contract lies in another, which a careless reader would take as signed. */
    @Test
    void findsAWrappedContract() {
        String contract = SIGNED.substring(SIGNED.indexOf("<contract"));
        String wrapped = replaced(Signed.text(Signed.SCHOOL), "</contract>", contract.strip() + "</contract>");

        assertThat(Signed.verified(wrapped))
                .hasSize(2)
                .allSatisfy(signature -> assertThat(what(signature)).isEqualTo(PLACE));

        String apart = contract.replaceAll("(?s)<ds:Signature .*</ds:Signature>", "");
        String signaturesOutside = replaced(
                Signed.text(Signed.SCHOOL),
                "</contract>",
                apart.strip() + Signed.signature(SIGNED, 1) + Signed.signature(SIGNED, 2) + "</contract>");
        assertThat(Signed.verified(signaturesOutside))
                .hasSize(2)
                .allSatisfy(signature -> assertThat(what(signature)).startsWith(CHANGED));
    }

    /** Any stack would call it valid: what is refused is the shape, before anything is computed. */
    @Test
    void refusesAValidSignatureOfAnotherShape() {
        String text = Signed.text(Signed.TICKETING);
        String valid = ForeignSignature.of(text, "/*/ds:Signature", TestPki.PARTY);
        String partial = ForeignSignature.of(text, "/*/ds:Signature | /*/*[local-name() = 'grants']", TestPki.PARTY);

        assertThat(Signed.verified(valid)).singleElement().matches(ContractSignature::isIntact);
        assertThat(ForeignSignature.isValid(partial)).isTrue();
        assertThat(what(Signed.verified(partial).get(0))).isEqualTo(SHAPE + "XPath");
    }

    private static String certificate(TestPki.Pair pair) {
        try {
            return Base64.getMimeEncoder(76, new byte[] {'\n'})
                    .encodeToString(pair.certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digest() {
        return between("<ds:DigestValue>", "</ds:DigestValue>");
    }

    private static String value() {
        return between("<ds:SignatureValue>", "</ds:SignatureValue>");
    }

    private static String between(String start, String end) {
        int from = SIGNED.indexOf(start) + start.length();
        return SIGNED.substring(from, SIGNED.indexOf(end));
    }

    /** The first occurrence alone. */
    private static String replaced(String text, String part, String other) {
        assertThat(text).contains(part);
        int start = text.indexOf(part);
        return text.substring(0, start) + other + text.substring(start + part.length());
    }

    private static String what(ContractSignature signature) {
        return signature.problem().map(problem -> problem.notice().en().what()).orElse("intact");
    }
}
