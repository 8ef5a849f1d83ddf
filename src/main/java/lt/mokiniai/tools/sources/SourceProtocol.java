package lt.mokiniai.tools.sources;

import java.util.Optional;
import javax.xml.XMLConstants;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.ServiceId;
import lt.mokiniai.tools.client.WsdlOperation;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The form in which sources are asked (docs/delivering/source.wsdl): one operation of the X-Road message protocol 4.0, document and
 * literal, signed by WS-Security as the register's own are. The answer holds the request by which the source could have pushed the
 * same, or nothing.
 */
public final class SourceProtocol {

    /** The namespace of question and answer. */
    public static final String NAMESPACE = "http://mokiniai.lt/source/v1";

    /** The element of a question. */
    public static final String QUESTION = "getDelivery";

    /** The element of an answer. */
    public static final String ANSWER = "getDeliveryResponse";

    /** By which register's name it is asked; each service of a source may have several. */
    public static final String REGISTER = "register";

    /** The series that is asked for. */
    public static final String SERIES = "series";

    /** The number in it. */
    public static final String SEQUENCE = "sequence";

    /** Which record is to be the first. */
    public static final String FIRST = "first";

    /** What is called; it has no WSDL of the register's. */
    static final WsdlOperation OPERATION = new WsdlOperation(
            new OperationId(new ServiceId("source", "v1"), QUESTION), NAMESPACE, NAMESPACE + "/" + QUESTION, "", "");

    private SourceProtocol() {}

    /** Puts an element into a Body. */
    public static Element element(Element parent, String name, @Nullable String text) {
        Element element = parent.getOwnerDocument().createElementNS(NAMESPACE, name);
        if (!NAMESPACE.equals(parent.getNamespaceURI())) {
            element.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, XMLConstants.XMLNS_ATTRIBUTE, NAMESPACE);
        }
        Optional.ofNullable(text).ifPresent(element::setTextContent);
        parent.appendChild(element);
        return element;
    }
}
