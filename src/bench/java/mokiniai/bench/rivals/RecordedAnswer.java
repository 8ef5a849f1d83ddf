package mokiniai.bench.rivals;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.platform.xml.Namespaces;
import lt.mokiniai.platform.xml.XmlParsers;
import lt.mokiniai.wsdl.students.GetStudentResponse;
import org.apache.wss4j.common.WSS4JConstants;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * What the register answered once, without its signature.
 *
 * @param body as JAXB reads it
 * @param headers X-Road's and the receipt; they belong to nobody's document and are copied for each answer
 */
record RecordedAnswer(GetStudentResponse body, List<Element> headers) {

    static RecordedAnswer read(Path file) throws IOException, SAXException, JAXBException {
        Element envelope = XmlParsers.parse(Files.readAllBytes(file)).getDocumentElement();
        Element header = child(envelope, "Header");
        List<Element> headers = Elements.children(header).stream()
                .filter(element -> !Elements.is(element, Namespaces.WSSE, "Security"))
                .toList();
        headers.forEach(element -> element.removeAttributeNS(WSS4JConstants.WSU_NS, "Id"));
        GetStudentResponse body = (GetStudentResponse) JAXBContext.newInstance(GetStudentResponse.class)
                .createUnmarshaller()
                .unmarshal(Elements.children(child(envelope, "Body")).get(0));
        return new RecordedAnswer(body, headers);
    }

    /** What is signed besides the Timestamp and the confirmation, as WSS4J is told: each whole, but for the element itself. */
    String signedParts() {
        StringBuilder parts = new StringBuilder("{}{" + WSS4JConstants.WSU_NS + "}Timestamp;{}{"
                + WSS4JConstants.WSSE11_NS + "}SignatureConfirmation;{}{" + Namespaces.SOAP + "}Body");
        headers.forEach(header -> parts.append(";{}{")
                .append(header.getNamespaceURI())
                .append('}')
                .append(header.getLocalName()));
        return parts.toString();
    }

    private static Element child(Element parent, String name) {
        return Elements.children(parent).stream()
                .filter(element -> Elements.is(element, Namespaces.SOAP, name))
                .findFirst()
                .orElseThrow();
    }
}
