package lt.mokiniai.system;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.spec.ExcC14NParameterSpec;
import lt.mokiniai.system.Parties.Signer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A client's WS-Security, made by the JDK's XML signatures and not by the code that is tested. */
final class XmlSignature {

    private static final String PROFILE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3";
    private static final String BASE64 =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary";
    private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";

    /** Always three digits: messages that say the same are equally long, at whichever millisecond they are made. */
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private XmlSignature() {}

    /**
     * Signs every header, the Body and the Timestamp, but those left out, and gives the value of the signature.
     *
     * @param hash of digests and signature, {@code sha256} or weaker
     */
    static byte[] sign(Document envelope, Signer signer, Instant created, Set<String> leftOut, String hash) {
        Element header = Xml.child(envelope.getDocumentElement(), "Header");
        List<Element> parts = new ArrayList<>(Xml.children(header));
        Element security = element(header, Xml.WSSE, "wsse:Security");
        security.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:wsse", Xml.WSSE);
        security.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:wsu", Xml.WSU);
        security.setAttributeNS(Xml.SOAP, "soap:mustUnderstand", "1");
        token(security, signer);
        if (!leftOut.contains("no Timestamp")) {
            parts.add(timestamp(security, created));
        }
        parts.addAll(Xml.children(envelope.getDocumentElement(), "Body"));
        parts.removeIf(part -> leftOut.contains(part.getLocalName()));
        try {
            XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
            DOMSignContext context = new DOMSignContext(signer.key(), security);
            context.setDefaultNamespacePrefix("ds");
            ExcC14NParameterSpec prefixes = leftOut.contains("prefixes") ? new ExcC14NParameterSpec(List.of()) : null;
            List<Reference> references = new ArrayList<>();
            for (Element part : parts) {
                references.add(factory.newReference(
                        "#" + identified(part, references.size(), context),
                        factory.newDigestMethod(digest(hash), null),
                        List.of(factory.newTransform(EXCLUSIVE, prefixes)),
                        null,
                        null));
            }
            SignedInfo info = factory.newSignedInfo(
                    factory.newCanonicalizationMethod(EXCLUSIVE, prefixes),
                    factory.newSignatureMethod(algorithm(signer, hash), null),
                    references);
            KeyInfo key = factory.getKeyInfoFactory().newKeyInfo(List.of(new DOMStructure(reference(envelope))));
            javax.xml.crypto.dsig.XMLSignature signature = factory.newXMLSignature(info, key);
            signature.sign(context);
            return signature.getSignatureValue().getValue();
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String identified(Element part, int number, DOMSignContext context) {
        String id = "signed-" + ("Body".equals(part.getLocalName()) ? "Body" : number);
        part.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:wsu", Xml.WSU);
        part.setAttributeNS(Xml.WSU, "wsu:Id", id);
        context.setIdAttributeNS(part, Xml.WSU, "Id");
        return id;
    }

    private static void token(Element security, Signer signer) {
        try {
            Element token = element(security, Xml.WSSE, "wsse:BinarySecurityToken");
            token.setAttribute("EncodingType", BASE64);
            token.setAttribute("ValueType", PROFILE);
            token.setAttributeNS(Xml.WSU, "wsu:Id", "token");
            token.setTextContent(
                    Base64.getEncoder().encodeToString(signer.certificate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Element timestamp(Element security, Instant created) {
        Element timestamp = element(security, Xml.WSU, "wsu:Timestamp");
        element(timestamp, Xml.WSU, "wsu:Created").setTextContent(MILLISECONDS.format(created));
        element(timestamp, Xml.WSU, "wsu:Expires").setTextContent(MILLISECONDS.format(created.plusSeconds(300)));
        return timestamp;
    }

    private static Element reference(Document document) {
        Element reference = document.createElementNS(Xml.WSSE, "wsse:SecurityTokenReference");
        Element token = element(reference, Xml.WSSE, "wsse:Reference");
        token.setAttribute("URI", "#token");
        token.setAttribute("ValueType", PROFILE);
        return reference;
    }

    private static String digest(String hash) {
        return "sha1".equals(hash)
                ? "http://www.w3.org/2000/09/xmldsig#sha1"
                : "http://www.w3.org/2001/04/xmlenc#" + hash;
    }

    private static String algorithm(Signer signer, String hash) {
        boolean rsa = "RSA".equals(signer.key().getAlgorithm());
        if ("sha1".equals(hash) && rsa) {
            return "http://www.w3.org/2000/09/xmldsig#rsa-sha1";
        }
        return "http://www.w3.org/2001/04/xmldsig-more#" + (rsa ? "rsa-" : "ecdsa-") + hash;
    }

    private static Element element(Element parent, String namespace, String name) {
        return (Element) parent.appendChild(parent.getOwnerDocument().createElementNS(namespace, name));
    }
}
