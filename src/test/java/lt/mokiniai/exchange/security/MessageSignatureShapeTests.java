package lt.mokiniai.exchange.security;

import java.util.function.Consumer;
import java.util.stream.IntStream;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.platform.xml.Namespaces;
import org.apache.wss4j.dom.WSConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Signatures of the wrong shape or algorithm; the good twins are in {@link GoodRequestTests}. */
class MessageSignatureShapeTests {

    private static final String PROFILE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#";

    private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    private static final String SHA1 = "http://www.w3.org/2000/09/xmldsig#sha1";

    private final TestVerifier verifier = TestVerifier.standard();

    @Test
    void refusesRsaWithSha1() {
        verifier.refuses(
                SignedRequest.by(TestPki.PARTY_RSA)
                        .with("http://www.w3.org/2000/09/xmldsig#rsa-sha1", SHA256)
                        .arrived(),
                ExchangeError.ALGORITHM);
    }

    @Test
    void refusesADigestOfSha1() {
        verifier.refuses(
                SignedRequest.good()
                        .with("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", SHA1)
                        .arrived(),
                ExchangeError.ALGORITHM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256",
                "http://www.w3.org/2000/09/xmldsig#dsa-sha1",
                "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1",
                ""
            })
    void refusesAnyOtherAlgorithm(String algorithm) {
        verifier.refuses(
                SignedRequest.good()
                        .rebuilt(document ->
                                SignedRequest.first(document, "SignatureMethod").setAttribute("Algorithm", algorithm)),
                ExchangeError.ALGORITHM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
                "http://www.w3.org/2001/10/xml-exc-c14n#WithComments"
            })
    void refusesAnyOtherCanonicalisation(String algorithm) {
        verifier.refuses(
                SignedRequest.good()
                        .rebuilt(document -> SignedRequest.first(document, "CanonicalizationMethod")
                                .setAttribute("Algorithm", algorithm)),
                ExchangeError.ALGORITHM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.w3.org/TR/1999/REC-xpath-19991116",
                "http://www.w3.org/2002/06/xmldsig-filter2",
                "http://www.w3.org/TR/1999/REC-xslt-19991116",
                "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
                "http://www.w3.org/2000/09/xmldsig#base64",
                "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#STR-Transform"
            })
    void refusesAnyOtherTransform(String algorithm) {
        refuses(
                document -> SignedRequest.first(document, "Transform").setAttribute("Algorithm", algorithm),
                "Transform/@Algorithm=\"" + algorithm + "\"");
    }

    @Test
    void refusesASecondTransform() {
        refuses(
                document -> {
                    Element transform = SignedRequest.first(document, "Transform");
                    transform.getParentNode().appendChild(transform.cloneNode(true));
                },
                "Transform");
    }

    @Test
    void refusesAReferenceWithoutATransform() {
        refuses(
                document -> {
                    Element transforms = SignedRequest.first(document, "Transforms");
                    transforms.getParentNode().removeChild(transforms);
                },
                "DigestMethod");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#",
                "#nowhere",
                "#xpointer(/)",
                "http://attacker.example/body.xml",
                "file:///etc/hostname",
                "cid:attachment"
            })
    void refusesAReferenceThatIsNotAnIdOfTheMessage(String uri) {
        refuses(document -> signedReference(document).setAttribute("URI", uri), "Reference/@URI=\"" + uri + "\"");
    }

    /** xml-crypto finds {@code xmlns:id} when it looks for an attribute {@code id}. */
    @Test
    void saysWhichIdAReferenceWasMadeTo() {
        refuses(
                document -> signedReference(document).setAttribute("URI", "#http://x-road.eu/xsd/identifiers"),
                "Reference/@URI=\"#http://x-road.eu/xsd/identifiers\"");
        refuses(
                document -> signedReference(document).setAttribute("URI", "#" + "x".repeat(1000)),
                "Reference/@URI=\"#" + "x".repeat(199) + "…\"");
    }

    @Test
    void refusesAReferenceWithoutAUri() {
        refuses(document -> signedReference(document).removeAttribute("URI"), "Reference/@URI");
    }

    @Test
    void refusesMoreReferencesThanAMessageHasParts() {
        refuses(
                document -> {
                    Element reference = signedReference(document);
                    IntStream.range(0, 20)
                            .forEach(i -> reference.getParentNode().appendChild(reference.cloneNode(true)));
                },
                "Reference (20)");
    }

    @ParameterizedTest
    @CsvSource({"Object,Signature", "Manifest,Signature", "KeyName,KeyInfo", "X509Data,KeyInfo"})
    void refusesAnythingMore(String name, String where) {
        refuses(
                document -> SignedRequest.first(document, where)
                        .appendChild(document.createElementNS(EnvelopeShape.DS, "ds:" + name)),
                name);
    }

    @Test
    void refusesASignatureWithoutAKeyInfo() {
        refuses(
                document -> SignedRequest.first(document, "Signature")
                        .removeChild(SignedRequest.first(document, "KeyInfo")),
                "KeyInfo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"KeyValue", "RetrievalMethod", "KeyName", "X509Data", "PGPData", "MgmtData"})
    void refusesAnyOtherKey(String name) {
        refuses(
                document -> {
                    Element info = SignedRequest.first(document, "KeyInfo");
                    info.replaceChild(
                            document.createElementNS(EnvelopeShape.DS, "ds:" + name),
                            SignedRequest.first(document, "SecurityTokenReference"));
                },
                name);
    }

    @Test
    void refusesAKeyInfoReference() {
        refuses(
                document -> SignedRequest.first(document, "KeyInfo")
                        .replaceChild(
                                document.createElementNS("http://www.w3.org/2009/xmldsig11#", "d:KeyInfoReference"),
                                SignedRequest.first(document, "SecurityTokenReference")),
                "KeyInfoReference");
    }

    @Test
    void refusesAKeyValueThatVerifies() {
        verifier.refuses(
                SignedRequest.good().naming(WSConstants.KEY_VALUE).arrived(),
                ExchangeError.SIGNATURE_SHAPE,
                "KeyValue");
    }

    @Test
    void refusesACertificateAsAKeyIdentifier() {
        verifier.refuses(
                SignedRequest.good().naming(WSConstants.X509_KEY_IDENTIFIER).arrived(),
                ExchangeError.SIGNATURE_SHAPE,
                "KeyIdentifier/@ValueType=\"" + PROFILE + "X509v3\"");
    }

    @Test
    void refusesATokenReferenceToSomethingElse() {
        refuses(
                document -> {
                    SignedRequest.first(document, "Timestamp").setAttributeNS(EnvelopeShape.WSU, "wsu:Id", "time");
                    for (Element reference : Elements.all(document, EnvelopeShape.DS, "Reference")) {
                        reference.setAttribute("URI", "#time");
                    }
                    tokenReference(document).setAttribute("URI", "#time");
                },
                "Reference/@URI=\"#time\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X509PKIPathv1", "PKCS7"})
    void refusesATokenOfAnotherKind(String kind) {
        refuses(
                document ->
                        SignedRequest.first(document, "BinarySecurityToken").setAttribute("ValueType", PROFILE + kind),
                "BinarySecurityToken/@ValueType=\"" + PROFILE + kind + "\"");
    }

    @Test
    void refusesATokenThatIsElsewhere() {
        refuses(
                document -> {
                    Element token = SignedRequest.first(document, "BinarySecurityToken");
                    token.setTextContent("");
                    Element include = document.createElementNS("http://www.w3.org/2004/08/xop/include", "xop:Include");
                    include.setAttribute("href", "cid:token");
                    token.appendChild(include);
                },
                "Include");
    }

    @Test
    void refusesATruncatedMac() {
        refuses(
                document -> SignedRequest.first(document, "SignatureMethod")
                        .appendChild(document.createElementNS(EnvelopeShape.DS, "ds:HMACOutputLength")),
                "HMACOutputLength");
    }

    private static Element signedReference(Document document) {
        return (Element)
                document.getElementsByTagNameNS(EnvelopeShape.DS, "Reference").item(0);
    }

    private static Element tokenReference(Document document) {
        return (Element)
                document.getElementsByTagNameNS(Namespaces.WSSE, "Reference").item(0);
    }

    private void refuses(Consumer<Document> attack, String particulars) {
        verifier.refuses(SignedRequest.good().rebuilt(attack), ExchangeError.SIGNATURE_SHAPE, particulars);
    }
}
