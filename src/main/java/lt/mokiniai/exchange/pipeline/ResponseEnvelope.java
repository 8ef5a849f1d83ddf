package lt.mokiniai.exchange.pipeline;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import lt.mokiniai.contract.model.ResponseFilter;
import lt.mokiniai.exchange.message.XRoadHeaders;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.Problem;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.platform.xml.Namespaces;
import lt.mokiniai.wsdl.types.BilingualText;
import lt.mokiniai.wsdl.types.Fault;
import lt.mokiniai.wsdl.types.ObjectFactory;
import lt.mokiniai.wsdl.types.Receipt;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.cxf.staxutils.W3CDOMStreamWriter;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The envelope that goes back: what the endpoint answered or a fault, and the headers that belong to it. */
public final class ResponseEnvelope {

    private static final String SHA512 = "http://www.w3.org/2001/04/xmlenc#sha512";
    /** As many as the schema of a fault has room for. */
    private static final int MOST_PROBLEMS = 50;

    private static final ObjectFactory TYPES = new ObjectFactory();
    private static final JAXBContext JAXB = jaxb();

    private final Document document;

    private ResponseEnvelope(Document document) {
        this.document = document;
    }

    /** Takes the envelope that the endpoint's answer stands in. */
    static ResponseEnvelope of(Document envelope) {
        return new ResponseEnvelope(envelope);
    }

    /** Makes the envelope of a fault (docs/faults.md). */
    public static ResponseEnvelope refusing(ExchangeException refusal, String receipt) {
        Document document = new W3CDOMStreamWriter().getDocument();
        ResponseEnvelope answer = new ResponseEnvelope(document);
        Element envelope = answer.soap("Envelope", document);
        envelope.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:soap", Namespaces.SOAP);
        Element fault = answer.soap("Fault", answer.soap("Body", envelope));
        element("faultcode", fault).setTextContent("soap:" + refusal.faultCode().localName());
        element("faultstring", fault).setTextContent(refusal.error().code() + " " + refusal.messageEn());
        Fault detail = new Fault();
        detail.setCode(refusal.error().code());
        detail.setMessage(text(new Text(refusal.messageLt(), refusal.messageEn())));
        detail.setCorrelationId(receipt);
        detail.setRetryable(refusal.error().retryable());
        refusal.contract().ifPresent(detail::setContract);
        refusal.field().ifPresent(detail::setField);
        refusal.freesAt().ifPresent(detail::setFreesAt);
        refusal.problems().stream()
                .limit(MOST_PROBLEMS)
                .map(ResponseEnvelope::problem)
                .forEach(detail.getProblem()::add);
        answer.write(TYPES.createFault(detail), element("detail", fault));
        return answer;
    }

    private static lt.mokiniai.wsdl.types.Problem problem(Problem problem) {
        lt.mokiniai.wsdl.types.Problem told = new lt.mokiniai.wsdl.types.Problem();
        told.setCode(problem.error().code());
        told.setField(problem.field());
        told.setMessage(text(problem.message()));
        told.setRemedy(text(problem.error().remedy()));
        return told;
    }

    private static BilingualText text(Text text) {
        BilingualText told = new BilingualText();
        told.setLt(text.lt());
        told.setEn(text.en());
        return told;
    }

    /** Leaves of the detail of a fault what a filter lets out. */
    ResponseEnvelope detailedThrough(ResponseFilter filter) {
        Element detail = Elements.children(content(), "detail").get(0);
        filter.narrow(Elements.children(detail).get(0));
        return this;
    }

    /** The element within the Body. */
    Element content() {
        Element body = Elements.child(document.getDocumentElement(), Namespaces.SOAP, "Body")
                .orElseThrow();
        return Elements.children(body).get(0);
    }

    Document document() {
        return document;
    }

    /**
     * Repeats every X-Road header of the request, in its order and with its value; {@code requestHash} is ours. What is no
     * such header, or larger than one can be, is not repeated: it was refused.
     */
    ResponseEnvelope repeating(Element requestHeader) {
        Element header = header();
        for (Element child : Elements.children(requestHeader)) {
            if (XRoadHeaders.isRepeated(child)) {
                copy(child, header);
            }
        }
        return this;
    }

    /** Adds the digest of the request's bytes (X-Road message protocol 4.0, section 2.2, {@code requestHash}). */
    ResponseEnvelope hashing(byte[] request) {
        Element hash = document.createElementNS(Namespaces.XROAD, "xrd:requestHash");
        hash.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:xrd", Namespaces.XROAD);
        hash.setAttribute("algorithmId", SHA512);
        try {
            hash.setTextContent(Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-512").digest(request)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-512", e);
        }
        header().appendChild(hash);
        return this;
    }

    /** Adds what a filter lets out of the receipt. */
    ResponseEnvelope receipting(Receipt receipt, ResponseFilter filter) {
        filter.narrow(write(TYPES.createReceipt(receipt), header()));
        return this;
    }

    /** The bytes that go out. */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
        try {
            XMLStreamWriter writer = StaxUtils.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            StaxUtils.copy(document, writer);
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a document in memory does not fail to be written", e);
        }
        return out.toByteArray();
    }

    private Element header() {
        Element envelope = document.getDocumentElement();
        return Elements.child(envelope, Namespaces.SOAP, "Header").orElseGet(() -> (Element) envelope.insertBefore(
                document.createElementNS(Namespaces.SOAP, "soap:Header"), envelope.getFirstChild()));
    }

    /** Copies name, namespace, {@code objectType} and text; declares the namespace where it stands, as signing needs it. */
    private void copy(Element from, Element parent) {
        Element to = document.createElementNS(from.getNamespaceURI(), from.getNodeName());
        declare(to, from.getPrefix(), from.getNamespaceURI());
        String objectType = from.getAttributeNS(Namespaces.XROAD_IDENTIFIERS, "objectType");
        if (!objectType.isEmpty()) {
            String prefix = "id".equals(from.getPrefix()) ? "identifiers" : "id";
            declare(to, prefix, Namespaces.XROAD_IDENTIFIERS);
            to.setAttributeNS(Namespaces.XROAD_IDENTIFIERS, prefix + ":objectType", objectType);
        }
        for (Node child = from.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                copy(element, to);
            } else {
                to.appendChild(document.createTextNode(child.getNodeValue()));
            }
        }
        parent.appendChild(to);
    }

    private static void declare(Element element, @Nullable String prefix, String namespace) {
        element.setAttributeNS(
                XMLConstants.XMLNS_ATTRIBUTE_NS_URI, prefix == null ? "xmlns" : "xmlns:" + prefix, namespace);
    }

    private Element soap(String name, Node parent) {
        return (Element) parent.appendChild(document.createElementNS(Namespaces.SOAP, "soap:" + name));
    }

    /** Namespaces.SOAP 1.1, section 4.4: the parts of a fault have no namespace. */
    private static Element element(String name, Element parent) {
        return (Element) parent.appendChild(parent.getOwnerDocument().createElementNS(null, name));
    }

    private Element write(JAXBElement<?> value, Element parent) {
        try {
            JAXB.createMarshaller().marshal(value, parent);
            return (Element) parent.getLastChild();
        } catch (JAXBException e) {
            throw new IllegalStateException("an object of ours is marshalled", e);
        }
    }

    private static JAXBContext jaxb() {
        try {
            return JAXBContext.newInstance(ObjectFactory.class);
        } catch (JAXBException e) {
            throw new IllegalStateException("the generated types do not bind", e);
        }
    }
}
