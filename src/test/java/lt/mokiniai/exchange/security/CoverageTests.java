package lt.mokiniai.exchange.security;

import java.util.function.Consumer;
import lt.mokiniai.kernel.faults.ExchangeError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Signatures that verify and do not cover what would be read, and signatures that do not verify. */
class CoverageTests {

    private static final String XROAD = "http://x-road.eu/xsd/xroad.xsd";

    private final TestVerifier verifier = TestVerifier.standard();

    @Test
    void refusesABodyTheSignatureDoesNotCover() {
        verifier.refuses(SignedRequest.good().leavingOut("Body").arrived(), ExchangeError.BODY_NOT_COVERED);
    }

    @Test
    void refusesATimestampTheSignatureDoesNotCover() {
        verifier.refuses(SignedRequest.good().leavingOut("Timestamp").arrived(), ExchangeError.TIMESTAMP_NOT_COVERED);
    }

    @Test
    void refusesAMessageWithoutATimestamp() {
        verifier.refuses(SignedRequest.good().withoutTimestamp().arrived(), ExchangeError.TIMESTAMP_NOT_COVERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "service", "id", "userId", "protocolVersion", "representedParty"})
    void refusesAHeaderTheSignatureDoesNotCover(String header) {
        verifier.refuses(SignedRequest.good().leavingOut(header).arrived(), ExchangeError.HEADER_NOT_COVERED, header);
    }

    @Test
    void refusesAHeaderThatWasAddedAfterSigning() {
        verifier.refuses(
                SignedRequest.good()
                        .rebuilt(document -> SignedRequest.first(document, "Header")
                                .appendChild(document.createElementNS(XROAD, "xrd:issue"))),
                ExchangeError.HEADER_NOT_COVERED,
                "issue");
    }

    @Test
    void acceptsThatHeaderWhenItIsSigned() {
        verifier.accepts(SignedRequest.good()
                .preparedBy(document -> {
                    Element issue = document.createElementNS(XROAD, "xrd:issue");
                    issue.setAttribute("xmlns:xrd", XROAD);
                    SignedRequest.first(document, "Header").appendChild(issue);
                })
                .arrived());
    }

    @Test
    void refusesASignedBodyThatWasMovedIntoAWrapper() {
        verifier.refuses(
                SignedRequest.good().rebuilt(document -> {
                    Element body = SignedRequest.first(document, "Body");
                    Element fake = (Element) body.cloneNode(true);
                    fake.removeAttributeNS(EnvelopeShape.WSU, "Id");
                    body.getParentNode().replaceChild(fake, body);
                    Element wrapper = document.createElementNS(XROAD, "xrd:wrapper");
                    wrapper.appendChild(body);
                    SignedRequest.first(document, "Header").appendChild(wrapper);
                }),
                ExchangeError.BODY_NOT_COVERED);
    }

    @Test
    void refusesASignedBodyThatWasMovedIntoTheFakeOne() {
        verifier.refuses(
                SignedRequest.good().rebuilt(document -> {
                    Element body = SignedRequest.first(document, "Body");
                    Element fake = (Element) body.cloneNode(true);
                    fake.setAttributeNS(EnvelopeShape.WSU, "wsu:Id", "fake");
                    body.getParentNode().replaceChild(fake, body);
                    fake.getElementsByTagNameNS("*", "getStudent").item(0).appendChild(body);
                }),
                ExchangeError.BODY_NOT_COVERED);
    }

    @Test
    void refusesASignedHeaderThatWasMovedIntoAnother() {
        verifier.refuses(
                SignedRequest.good().rebuilt(document -> {
                    Element id = SignedRequest.first(document, "id");
                    Element fake = document.createElementNS(XROAD, "xrd:id");
                    fake.setTextContent("m-2");
                    id.getParentNode().replaceChild(fake, id);
                    fake.appendChild(id);
                }),
                ExchangeError.HEADER_NOT_COVERED,
                "id");
    }

    @Test
    void refusesASignedTimestampThatWasMovedAway() {
        verifier.refuses(
                SignedRequest.good().withoutInclusivePrefixes().rebuilt(document -> {
                    Element timestamp = SignedRequest.first(document, "Timestamp");
                    Element fake = (Element) timestamp.cloneNode(true);
                    fake.removeAttributeNS(EnvelopeShape.WSU, "Id");
                    timestamp.getParentNode().replaceChild(fake, timestamp);
                    Element wrapper = document.createElementNS(XROAD, "xrd:wrapper");
                    wrapper.appendChild(timestamp);
                    SignedRequest.first(document, "Header").appendChild(wrapper);
                }),
                ExchangeError.TIMESTAMP_NOT_COVERED);
    }

    @Test
    void refusesAChangedBody() {
        changed(document -> SignedRequest.first(document, "on").setTextContent("2020-01-01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "userId", "memberCode", "serviceCode", "representedParty"})
    void refusesAChangedHeader(String name) {
        changed(document -> SignedRequest.first(document, name).setTextContent("changed"));
    }

    @Test
    void refusesAChangedAttribute() {
        changed(document -> SignedRequest.first(document, "client")
                .setAttributeNS("http://x-road.eu/xsd/identifiers", "id:objectType", "MEMBER"));
    }

    @Test
    void refusesAChangedTimestamp() {
        changed(document -> SignedRequest.first(document, "Created").setTextContent("2026-11-24T10:00:01.000Z"));
    }

    @Test
    void refusesAChangedSignatureValue() {
        changed(document -> SignedRequest.first(document, "SignatureValue").setTextContent("AAAA"));
    }

    @Test
    void refusesASignatureOfAnotherKey() {
        changed(document -> SignedRequest.first(document, "BinarySecurityToken")
                .setTextContent(
                        SignedRequest.first(SignedRequest.by(TestPki.PARTY_P384).arrived(), "BinarySecurityToken")
                                .getTextContent()));
    }

    @Test
    void refusesATokenThatIsNoCertificate() {
        verifier.refuses(
                SignedRequest.good()
                        .rebuilt(document -> SignedRequest.first(document, "BinarySecurityToken")
                                .setTextContent("AAAA")),
                ExchangeError.SIGNATURE_SHAPE);
    }

    @Test
    void refusesASerialNumberThatIsNoNumber() {
        verifier.refuses(
                SignedRequest.good()
                        .naming(org.apache.wss4j.dom.WSConstants.ISSUER_SERIAL)
                        .rebuilt(document -> SignedRequest.first(document, "X509SerialNumber")
                                .setTextContent("one")),
                ExchangeError.SIGNATURE_SHAPE);
    }

    private void changed(Consumer<Document> change) {
        verifier.refuses(SignedRequest.good().rebuilt(change), ExchangeError.SIGNATURE_INVALID);
    }
}
