package lt.mokiniai.tools.sandbox.rehearsal;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.platform.xml.Namespaces;
import org.apache.cxf.staxutils.StaxUtils;

/** The client that a message names in its header (X-Road message protocol 4.0, section 2.2), before anything is verified. */
final class SentClient {

    private static final List<QName> CLIENT = List.of(
            new QName(Namespaces.SOAP, "Envelope"),
            new QName(Namespaces.SOAP, "Header"),
            new QName(Namespaces.XROAD, "client"));
    private static final List<String> PARTS = List.of("xRoadInstance", "memberClass", "memberCode", "subsystemCode");

    private SentClient() {}

    /** Gives the client of a message's bytes; nothing where its header cannot be read. */
    static Optional<XRoadId> of(byte[] message) {
        try {
            return in(StaxUtils.createXMLStreamReader(new ByteArrayInputStream(message)));
        } catch (XMLStreamException | RuntimeException notRead) {
            return Optional.empty();
        }
    }

    private static Optional<XRoadId> in(XMLStreamReader reader) throws XMLStreamException {
        Deque<QName> path = new ArrayDeque<>();
        Map<String, String> parts = new HashMap<>();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                path.addLast(reader.getName());
                if (isPart(path)) {
                    parts.put(path.removeLast().getLocalPart(), reader.getElementText());
                }
            } else if (event == XMLStreamReader.END_ELEMENT) {
                if (CLIENT.equals(List.copyOf(path))) {
                    return identifier(parts);
                }
                path.removeLast();
            }
        }
        return Optional.empty();
    }

    private static boolean isPart(Deque<QName> path) {
        QName last = path.getLast();
        return Namespaces.XROAD_IDENTIFIERS.equals(last.getNamespaceURI())
                && path.size() == CLIENT.size() + 1
                && CLIENT.equals(List.copyOf(path).subList(0, CLIENT.size()));
    }

    private static Optional<XRoadId> identifier(Map<String, String> parts) {
        return parts.keySet().containsAll(PARTS)
                ? Optional.of(XRoadId.parse(
                        String.join("/", PARTS.stream().map(parts::get).toList())))
                : Optional.empty();
    }
}
