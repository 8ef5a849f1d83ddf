package lt.mokiniai.exchange.services;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.xml.XMLConstants;
import lt.mokiniai.platform.xml.Namespaces;
import org.apache.cxf.staxutils.W3CDOMStreamWriter;
import org.glassfish.jaxb.runtime.marshaller.NamespacePrefixMapper;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Between elements and the generated classes of a service. What converts serves one message at a time, and is kept for the
 * next; one that has failed is not. An answer's elements have no prefix where they are of the service's own namespace.
 */
final class Binding {

    private static final int MOST_KEPT = 16;

    /** Where JAXB's runtime takes a {@link NamespacePrefixMapper}. */
    private static final String PREFIXES = "org.glassfish.jaxb.namespacePrefixMapper";

    private final JAXBContext classes;
    private final BlockingQueue<Unmarshaller> unmarshallers = new ArrayBlockingQueue<>(MOST_KEPT);
    private final BlockingQueue<Marshaller> marshallers = new ArrayBlockingQueue<>(MOST_KEPT);

    private final NamespacePrefixMapper prefixes;

    /**
     * @param namespace of the service, which is the default one in its answers
     * @param classes that its requests and answers are bound to
     */
    Binding(String namespace, JAXBContext classes) {
        this.classes = classes;
        this.prefixes = new DefaultNamespace(namespace);
    }

    /** Gives an element that conforms to its schema as an object. */
    Object unmarshalled(Element element, Class<?> type) {
        try {
            Unmarshaller unmarshaller = unmarshallers.poll();
            if (unmarshaller == null) {
                unmarshaller = classes.createUnmarshaller();
                // What does not fit would be passed over else.
                unmarshaller.setEventHandler(event -> false);
            }
            Object value = unmarshaller.unmarshal(element, type).getValue();
            unmarshallers.offer(unmarshaller);
            return value;
        } catch (JAXBException e) {
            throw new IllegalStateException("an element that conforms to its schema is unmarshalled", e);
        }
    }

    /** Gives an answer in an envelope of SOAP, without headers. */
    Document enveloped(Object answer) {
        Document document = new W3CDOMStreamWriter().getDocument();
        Element envelope = soap("Envelope", document);
        envelope.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:soap", Namespaces.SOAP);
        Element body = soap("Body", envelope);
        try {
            Marshaller marshaller = marshallers.poll();
            if (marshaller == null) {
                marshaller = classes.createMarshaller();
                marshaller.setProperty(PREFIXES, prefixes);
            }
            marshaller.marshal(answer, body);
            marshallers.offer(marshaller);
            return document;
        } catch (JAXBException e) {
            throw new IllegalStateException("an object of ours is marshalled", e);
        }
    }

    private static Element soap(String name, Node parent) {
        Document document = parent instanceof Document own ? own : parent.getOwnerDocument();
        return (Element) parent.appendChild(document.createElementNS(Namespaces.SOAP, "soap:" + name));
    }

    /** Leaves it to the runtime to number the other namespaces. */
    private static final class DefaultNamespace extends NamespacePrefixMapper {

        private final String namespace;

        DefaultNamespace(String namespace) {
            this.namespace = namespace;
        }

        @Override
        public @Nullable String getPreferredPrefix(
                String namespaceUri, @Nullable String suggestion, boolean requirePrefix) {
            return !requirePrefix && namespaceUri.equals(namespace) ? XMLConstants.DEFAULT_NS_PREFIX : suggestion;
        }
    }
}
