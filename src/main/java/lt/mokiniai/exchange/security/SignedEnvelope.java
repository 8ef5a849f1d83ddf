package lt.mokiniai.exchange.security;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lt.mokiniai.exchange.security.MessageVerifier.Freshness;
import lt.mokiniai.kernel.CertificateReference;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.platform.xml.Namespaces;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * An envelope of the right shape, and what its signature must say about it.
 *
 * @param frame the parts that are not of WS-Security
 * @param security the one Security
 * @param timestamp the one Timestamp in it
 * @param signature the one Signature in it
 * @param confirmations its SignatureConfirmations, of an answer only
 * @param ids every id of the document and the element that has it
 */
record SignedEnvelope(
        Frame frame,
        Element security,
        Element timestamp,
        Element signature,
        List<Element> confirmations,
        Map<String, Element> ids) {

    /**
     * The parts of an envelope that are not of WS-Security.
     *
     * @param request the one element within the Body
     * @param headers every child of the Header but Security
     */
    record Frame(Element envelope, Element header, Element body, Element request, List<Element> headers) {}

    /**
     * Demands that the very nodes that will be read are those that were verified (docs/security.md, E1, S1).
     *
     * @param covered the elements that the signature covers, by identity
     */
    void requireCovered(Set<Element> covered) {
        if (!covered.contains(frame.body())) {
            throw ExchangeException.of(ExchangeError.BODY_NOT_COVERED);
        }
        if (!covered.contains(timestamp)) {
            throw ExchangeException.of(ExchangeError.TIMESTAMP_NOT_COVERED);
        }
        for (Element header : frame.headers()) {
            if (!covered.contains(header)) {
                throw ExchangeException.of(ExchangeError.HEADER_NOT_COVERED).naming(EnvelopeShape.name(header));
            }
        }
        if (!covered.containsAll(confirmations)) {
            throw EnvelopeShape.shape("SignatureConfirmation");
        }
    }

    /**
     * Demands that the Timestamp is of these minutes (docs/security.md, R3). Its age is counted from Created,
     * whatever Expires promises.
     *
     * @return when the message says that it was made
     */
    Instant requireFresh(Instant now, Freshness freshness) {
        List<Element> times = EnvelopeShape.children(timestamp);
        if (times.size() != 2
                || !Elements.is(times.get(0), EnvelopeShape.WSU, "Created")
                || !Elements.is(times.get(1), EnvelopeShape.WSU, "Expires")) {
            throw ExchangeException.of(ExchangeError.TIMESTAMP_NOT_COVERED);
        }
        Instant created = instant(times.get(0));
        Instant expires = instant(times.get(1));
        if (expires.isBefore(created)) {
            throw EnvelopeShape.shape("Timestamp/Expires");
        }
        if (created.isAfter(now.plus(freshness.tolerance()))) {
            throw ExchangeException.of(ExchangeError.TIMESTAMP_AHEAD);
        }
        if (!expires.isAfter(now) || created.isBefore(now.minus(freshness.lifetime()))) {
            throw ExchangeException.of(ExchangeError.TIMESTAMP_EXPIRED);
        }
        return created;
    }

    /** The algorithm of the signature, as the URI that XML Signature gives it. */
    String signatureMethod() {
        return Stream.of(signature.getElementsByTagNameNS(EnvelopeShape.DS, "SignatureMethod"))
                .map(found -> ((Element) found.item(0)).getAttribute("Algorithm"))
                .findFirst()
                .orElseThrow();
    }

    /** The algorithms of the digests, as the URIs that XML Signature gives them, each once. */
    List<String> digestMethods() {
        return Elements.all(signature, EnvelopeShape.DS, "DigestMethod").stream()
                .map(method -> method.getAttribute("Algorithm"))
                .distinct()
                .toList();
    }

    /** How the one SecurityTokenReference refers to the certificate; its shape was checked. */
    CertificateReference certificateReference() {
        NodeList found = signature.getElementsByTagNameNS(Namespaces.WSSE, "SecurityTokenReference");
        Element reference = EnvelopeShape.children((Element) found.item(0)).get(0);
        return switch (reference.getLocalName()) {
            case "Reference" -> CertificateReference.BINARY_SECURITY_TOKEN;
            case "X509Data" -> CertificateReference.ISSUER_SERIAL;
            default ->
                reference.getAttribute("ValueType").endsWith("#X509SubjectKeyIdentifier")
                        ? CertificateReference.SUBJECT_KEY_IDENTIFIER
                        : CertificateReference.THUMBPRINT;
        };
    }

    /** An xsd:dateTime with its zone; one without would mean another time to each reader. */
    private static Instant instant(Element time) {
        try {
            return Dates.parseTimeWithZone(time.getTextContent());
        } catch (DateTimeException e) {
            throw EnvelopeShape.shape("Timestamp/" + EnvelopeShape.name(time));
        }
    }
}
