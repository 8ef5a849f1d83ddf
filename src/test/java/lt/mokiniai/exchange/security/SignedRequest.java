package lt.mokiniai.exchange.security;

import java.io.StringReader;
import java.io.StringWriter;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import lt.mokiniai.exchange.security.TestPki.Pair;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.wss4j.dom.message.WSSecTimestamp;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A request signed with WSS4J's own client side, as a foreign client would sign it, well or badly. */
final class SignedRequest {

    static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    static final String PLAIN = """
            <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
              <soap:Header>
                <xrd:client xmlns:xrd="http://x-road.eu/xsd/xroad.xsd" xmlns:id="http://x-road.eu/xsd/identifiers"
                    id:objectType="SUBSYSTEM"><id:memberCode>190000008</id:memberCode></xrd:client>
                <xrd:service xmlns:xrd="http://x-road.eu/xsd/xroad.xsd" xmlns:id="http://x-road.eu/xsd/identifiers"
                    id:objectType="SERVICE"><id:serviceCode>getStudent</id:serviceCode></xrd:service>
                <xrd:id xmlns:xrd="http://x-road.eu/xsd/xroad.xsd">m-1</xrd:id>
                <xrd:userId xmlns:xrd="http://x-road.eu/xsd/xroad.xsd">LT-user</xrd:userId>
                <repr:representedParty xmlns:repr="http://x-road.eu/xsd/representation.xsd">somebody</repr:representedParty>
                <xrd:protocolVersion xmlns:xrd="http://x-road.eu/xsd/xroad.xsd">4.0</xrd:protocolVersion>
              </soap:Header>
              <soap:Body><st:getStudent xmlns:st="http://mokiniai.lt/students/v1"><st:on>2026-11-24</st:on></st:getStudent></soap:Body>
            </soap:Envelope>
            """;

    private final Pair pair;
    private int reference = WSConstants.BST_DIRECT_REFERENCE;
    private @Nullable String algorithm;
    private String digest = "http://www.w3.org/2001/04/xmlenc#sha256";
    private boolean prefixes = true;
    private @Nullable Instant at = NOW;
    private int seconds = 300;
    private final Set<String> unsigned = new HashSet<>();
    private Consumer<Document> before = document -> {};
    private Consumer<Element> written = timestamp -> {};

    private SignedRequest(Pair pair) {
        this.pair = pair;
    }

    static SignedRequest by(Pair pair) {
        return new SignedRequest(pair);
    }

    /** A good one, of the good party. */
    static SignedRequest good() {
        return by(TestPki.PARTY);
    }

    SignedRequest naming(int keyIdentifier) {
        reference = keyIdentifier;
        return this;
    }

    SignedRequest with(String signatureAlgorithm, String digestAlgorithm) {
        algorithm = signatureAlgorithm;
        digest = digestAlgorithm;
        return this;
    }

    SignedRequest withoutInclusivePrefixes() {
        prefixes = false;
        return this;
    }

    SignedRequest createdAt(Instant created) {
        at = created;
        return this;
    }

    SignedRequest livingFor(int lifetime) {
        seconds = lifetime;
        return this;
    }

    SignedRequest withoutTimestamp() {
        at = null;
        return this;
    }

    SignedRequest leavingOut(String part) {
        unsigned.add(part);
        return this;
    }

    SignedRequest preparedBy(Consumer<Document> change) {
        before = change;
        return this;
    }

    SignedRequest timestamped(Consumer<Element> change) {
        written = change;
        return this;
    }

    /** Gives it as it arrives: written and read again. */
    Document arrived() {
        return parse(text(document()));
    }

    /** Gives it with a change on the way. */
    Document changed(UnaryOperator<String> change) {
        String text = text(document());
        String changed = change.apply(text);
        if (changed.equals(text)) {
            throw new IllegalStateException("the change changed nothing");
        }
        return parse(changed);
    }

    /** Gives it with a change of the parsed message on the way. */
    Document rebuilt(Consumer<Document> change) {
        Document document = arrived();
        change.accept(document);
        return parse(text(document));
    }

    private Document document() {
        try {
            Document document = parse(PLAIN);
            before.accept(document);
            WSSecHeader header = new WSSecHeader(document);
            header.insertSecurityHeader();
            List<WSEncryptionPart> parts = new ArrayList<>();
            if (at != null) {
                WSSecTimestamp timestamp = new WSSecTimestamp(header);
                Instant created = at;
                timestamp.setWsTimeSource(() -> created);
                timestamp.setTimeToLive(seconds);
                timestamp.build();
                written.accept(timestamp.getElement());
                add(timestamp.getElement(), parts);
            }
            add(first(document, "Body"), parts);
            for (Node node = first(document, "Header").getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element element && !"Security".equals(element.getLocalName())) {
                    add(element, parts);
                }
            }
            WSSecSignature signature = new WSSecSignature(header);
            signature.setX509Certificate(pair.certificate());
            signature.setKeyIdentifierType(reference);
            if (algorithm == null) {
                algorithm = "RSA".equals(pair.key().getAlgorithm())
                        ? "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
                        : "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
            }
            signature.setSignatureAlgorithm(algorithm);
            signature.setDigestAlgo(digest);
            signature.setAddInclusivePrefixes(prefixes);
            signature.getParts().addAll(parts);
            signature.build(new KeyCrypto(pair));
            return document;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(Element element, List<WSEncryptionPart> parts) {
        if (!unsigned.contains(element.getLocalName())) {
            WSEncryptionPart part = new WSEncryptionPart(element.getLocalName(), element.getNamespaceURI(), "Content");
            part.setElement(element);
            parts.add(part);
        }
    }

    static Element first(Document document, String localName) {
        NodeList found = document.getElementsByTagNameNS("*", localName);
        if (found.getLength() == 0) {
            throw new IllegalStateException("there is no " + localName);
        }
        return (Element) found.item(0);
    }

    static Document parse(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(Document document) {
        try {
            StringWriter out = new StringWriter();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(out));
            return out.toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives WSS4J the key, whatever it asks for. */
    private static final class KeyCrypto extends Merlin {

        private final Pair pair;

        KeyCrypto(Pair pair) {
            this.pair = pair;
        }

        @Override
        public X509Certificate[] getX509Certificates(org.apache.wss4j.common.crypto.CryptoType type) {
            return new X509Certificate[] {pair.certificate()};
        }

        @Override
        public PrivateKey getPrivateKey(String identifier, String password) {
            return pair.key();
        }
    }
}
