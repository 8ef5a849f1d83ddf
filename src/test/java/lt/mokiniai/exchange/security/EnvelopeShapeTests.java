package lt.mokiniai.exchange.security;

import java.util.function.Consumer;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.platform.xml.Namespaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Envelopes of the wrong shape; their good twin is {@link GoodRequestTests#acceptsWhatWss4jSigns}. */
class EnvelopeShapeTests {

    private static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";

    private final TestVerifier verifier = TestVerifier.standard();

    @Test
    void refusesSoap12() {
        verifier.refuses(
                SignedRequest.good()
                        .changed(text -> text.replace(
                                "http://schemas.xmlsoap.org/soap/envelope/",
                                "http://www.w3.org/2003/05/soap-envelope")),
                ExchangeError.NOT_SOAP,
                "Envelope");
    }

    @Test
    void refusesASecondBody() {
        refuses(
                document -> document.getDocumentElement()
                        .appendChild(SignedRequest.first(document, "Body").cloneNode(true)),
                ExchangeError.NOT_SOAP,
                "Body");
    }

    @Test
    void refusesASecondHeader() {
        refuses(
                document -> document.getDocumentElement()
                        .appendChild(document.createElementNS(Namespaces.SOAP, "soap:Header")),
                ExchangeError.NOT_SOAP,
                "Header");
    }

    @Test
    void refusesAHeaderAfterTheBody() {
        refuses(
                document -> document.getDocumentElement().appendChild(SignedRequest.first(document, "Header")),
                ExchangeError.NOT_SOAP,
                "Header");
    }

    @Test
    void refusesAnEnvelopeWithoutAHeader() {
        refuses(
                document -> document.getDocumentElement().removeChild(SignedRequest.first(document, "Header")),
                ExchangeError.NOT_SOAP,
                "Header");
    }

    @Test
    void refusesAStrangerBesideTheBody() {
        refuses(
                document ->
                        document.getDocumentElement().appendChild(document.createElementNS("urn:wrapper", "Wrapper")),
                ExchangeError.NOT_SOAP,
                "Wrapper");
    }

    @Test
    void refusesTwoElementsInTheBody() {
        refuses(
                document -> SignedRequest.first(document, "Body")
                        .appendChild(SignedRequest.first(document, "getStudent").cloneNode(true)),
                ExchangeError.NOT_SOAP,
                "Body");
    }

    @Test
    void refusesAnEmptyBody() {
        refuses(
                document ->
                        SignedRequest.first(document, "Body").removeChild(SignedRequest.first(document, "getStudent")),
                ExchangeError.NOT_SOAP,
                "Body");
    }

    @Test
    void refusesTextBesideTheElements() {
        refuses(
                document -> SignedRequest.first(document, "Header").appendChild(document.createTextNode("text")),
                ExchangeError.NOT_SOAP,
                "Header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"To", "ReplyTo", "Action", "MessageID"})
    void refusesAddressing(String name) {
        refuses(
                document -> SignedRequest.first(document, "Header")
                        .appendChild(document.createElementNS(ADDRESSING, "wsa:" + name)),
                ExchangeError.FOREIGN_HEADER,
                name);
    }

    @Test
    void refusesAnEncryptedHeader() {
        refuses(
                document -> SignedRequest.first(document, "Header")
                        .appendChild(document.createElementNS(EnvelopeShape.WSSE11, "wsse11:EncryptedHeader")),
                ExchangeError.FOREIGN_HEADER,
                "EncryptedHeader");
    }

    @Test
    void refusesAMessageWithoutSecurity() {
        verifier.refuses(SignedRequest.parse(SignedRequest.PLAIN), ExchangeError.NOT_SIGNED);
    }

    @Test
    void refusesASecurityWithoutASignature() {
        verifier.refuses(
                SignedRequest.good()
                        .rebuilt(document -> SignedRequest.first(document, "Security")
                                .removeChild(SignedRequest.first(document, "Signature"))),
                ExchangeError.NOT_SIGNED);
    }

    @Test
    void refusesASecondSecurity() {
        refuses(
                document -> SignedRequest.first(document, "Header")
                        .appendChild(document.createElementNS(Namespaces.WSSE, "wsse:Security")),
                ExchangeError.SIGNATURE_SHAPE,
                "Security");
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:other", "http://schemas.xmlsoap.org/soap/actor/next"})
    void refusesASecurityForAnotherActor(String actor) {
        refuses(
                document ->
                        SignedRequest.first(document, "Security").setAttributeNS(Namespaces.SOAP, "soap:actor", actor),
                ExchangeError.SIGNATURE_SHAPE,
                "Security/@actor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UsernameToken",
                "SecurityContextToken",
                "DerivedKeyToken",
                "SecurityTokenReference",
                "EncryptedKey",
                "Assertion",
                "SignatureConfirmation"
            })
    void refusesAnyOtherToken(String name) {
        refuses(
                document -> SignedRequest.first(document, "Security")
                        .appendChild(document.createElementNS(Namespaces.WSSE, "wsse:" + name)),
                ExchangeError.SIGNATURE_SHAPE,
                name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Signature", "Timestamp", "BinarySecurityToken"})
    void refusesWhatMayStandOnceTwice(String name) {
        refuses(
                document -> {
                    Element copy = (Element) SignedRequest.first(document, name).cloneNode(true);
                    SignedRequest.first(document, "Security").appendChild(copy);
                },
                ExchangeError.SIGNATURE_SHAPE,
                "Id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Signature", "Timestamp", "BinarySecurityToken"})
    void refusesWhatMayStandOnceTwiceThoughWithoutIds(String name) {
        refuses(
                document -> SignedRequest.first(document, "Security")
                        .appendChild(document.createElementNS(
                                SignedRequest.first(document, name).getNamespaceURI(), "x:" + name)),
                ExchangeError.SIGNATURE_SHAPE,
                name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Id", "ID", "AssertionID", "wsu", "xml"})
    void refusesAnIdThatIsGivenTwice(String kind) {
        refuses(
                document -> {
                    String id = SignedRequest.first(document, "Body").getAttributeNS(EnvelopeShape.WSU, "Id");
                    Element second = SignedRequest.first(document, "on");
                    switch (kind) {
                        case "wsu" -> second.setAttributeNS(EnvelopeShape.WSU, "wsu:Id", id);
                        case "xml" -> second.setAttribute("xml:id", id);
                        default -> second.setAttribute(kind, id);
                    }
                },
                ExchangeError.SIGNATURE_SHAPE,
                "Id");
    }

    @Test
    void refusesAnElementWithTwoIds() {
        refuses(
                document -> SignedRequest.first(document, "Body").setAttribute("Id", "another"),
                ExchangeError.SIGNATURE_SHAPE,
                "Id");
    }

    private void refuses(Consumer<Document> attack, ExchangeError error, String particulars) {
        verifier.refuses(SignedRequest.good().rebuilt(attack), error, particulars);
    }
}
