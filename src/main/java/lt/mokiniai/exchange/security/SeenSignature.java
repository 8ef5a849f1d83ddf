package lt.mokiniai.exchange.security;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.platform.xml.Namespaces;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.SignedInfo;
import org.apache.xml.security.signature.XMLSignature;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What can be seen of a message's signature without believing any of it, for whoever looks for their mistake. Nothing is
 * decided by it: {@link MessageVerifier} alone verifies.
 *
 * @param parts what must be signed: the Body, the Timestamp and each X-Road header
 * @param signatureMethods the algorithms of signatures, as URIs
 * @param digestMethods the algorithms of digests, as URIs, each once
 * @param certificate the first that the message carries
 * @param created when the Timestamp says that it was made
 * @param expires until when the Timestamp says that it holds
 */
public record SeenSignature(
        List<Part> parts,
        List<String> signatureMethods,
        List<String> digestMethods,
        Optional<X509Certificate> certificate,
        Optional<Instant> created,
        Optional<Instant> expires) {

    /** More parts, algorithms or certificates than a message has are not told. */
    private static final int MOST_OF_A_KIND = 50;

    /**
     * A part that must be signed.
     *
     * @param name its local name
     * @param isSigned whether a signature refers to it
     * @param isChanged whether it is another than the one that was signed; nothing where that was not computed
     */
    public record Part(String name, boolean isSigned, Optional<Boolean> isChanged) {}

    static SeenSignature of(Document message, int longestToken) {
        Set<String> referenced = new HashSet<>();
        all(message, EnvelopeShape.DS, "Reference").forEach(reference -> referenced.add(reference.getAttribute("URI")));
        Set<String> changed = new HashSet<>();
        boolean isComputed = compute(message, longestToken, changed);
        List<Part> parts = new ArrayList<>();
        Stream.of("Body", "Header")
                .flatMap(name -> all(message, Namespaces.SOAP, name))
                .flatMap(part -> "Body".equals(part.getLocalName()) ? Stream.of(part) : headers(part))
                .limit(MOST_OF_A_KIND)
                .forEach(part -> parts.add(part(part, referenced, changed, isComputed)));
        if (parts.stream().noneMatch(part -> "Timestamp".equals(part.name()))) {
            parts.add(new Part("Timestamp", false, Optional.empty()));
        }
        return new SeenSignature(
                List.copyOf(parts),
                algorithms(message, "SignatureMethod"),
                algorithms(message, "DigestMethod"),
                all(message, Namespaces.WSSE, "BinarySecurityToken")
                        .limit(MOST_OF_A_KIND)
                        .map(token -> certificate(token, longestToken))
                        .flatMap(Optional::stream)
                        .findFirst(),
                time(message, "Created"),
                time(message, "Expires"));
    }

    /** The X-Road headers, and of Security the Timestamp. */
    private static Stream<Element> headers(Element header) {
        return Elements.children(header).stream()
                .flatMap(child -> Elements.is(child, Namespaces.WSSE, "Security")
                        ? Elements.all(child, EnvelopeShape.WSU, "Timestamp").stream()
                        : Stream.of(child));
    }

    private static Part part(Element part, Set<String> referenced, Set<String> changed, boolean isComputed) {
        List<String> uris = Stream.of(
                        part.getAttributeNS(EnvelopeShape.WSU, "Id"),
                        part.getAttributeNS(XMLConstants.XML_NS_URI, "id"),
                        part.getAttribute("Id"))
                .filter(id -> !id.isEmpty())
                .map(id -> "#" + id)
                .toList();
        boolean isSigned = uris.stream().anyMatch(referenced::contains);
        return new Part(
                EnvelopeShape.name(part),
                isSigned,
                isSigned && isComputed ? Optional.of(uris.stream().anyMatch(changed::contains)) : Optional.empty());
    }

    /**
     * Computes the digests, where the shape is one that may be computed.
     *
     * @param changed takes the references whose digest is another
     */
    private static boolean compute(Document message, int longestToken, Set<String> changed) {
        try {
            SignedEnvelope envelope = EnvelopeShape.REQUEST.read(message, longestToken);
            envelope.ids().forEach((id, element) -> {
                String namespace = element.hasAttributeNS(EnvelopeShape.WSU, "Id") ? EnvelopeShape.WSU : null;
                if (element.hasAttributeNS(namespace, "Id")) {
                    element.setIdAttributeNS(namespace, "Id", true);
                }
            });
            SignedInfo signed = new XMLSignature(envelope.signature(), "").getSignedInfo();
            for (int i = 0; i < signed.getLength(); i++) {
                if (!signed.item(i).verify()) {
                    changed.add(signed.item(i).getURI());
                }
            }
            return true;
        } catch (ExchangeException | XMLSecurityException notToBeComputed) {
            return false;
        }
    }

    private static Optional<X509Certificate> certificate(Element token, int longestToken) {
        try {
            return Optional.of(CertificateToken.read(token, longestToken));
        } catch (CertificateException | ExchangeException noCertificate) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> time(Document message, String name) {
        try {
            return all(message, EnvelopeShape.WSU, name)
                    .limit(1)
                    .filter(time -> time.getTextContent().length() <= EnvelopeShape.LONGEST_TIME)
                    .map(time -> Dates.parseTimeWithZone(time.getTextContent()))
                    .findFirst();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static List<String> algorithms(Document message, String name) {
        return all(message, EnvelopeShape.DS, name)
                .map(method -> method.getAttribute("Algorithm"))
                .distinct()
                .limit(MOST_OF_A_KIND)
                .toList();
    }

    private static Stream<Element> all(Document message, String namespace, String name) {
        return Elements.all(message, namespace, name).stream();
    }
}
