package lt.mokiniai.exchange.outcomes;

import java.io.IOException;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.platform.xml.Namespaces;
import lt.mokiniai.platform.xml.XmlParsers;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A message of the log, which was read or made by the register before: no limit of messages that come in applies. */
final class LoggedMessage {

    private final Element body;

    private LoggedMessage(Element body) {
        this.body = body;
    }

    static LoggedMessage of(byte[] bytes) {
        try {
            Document envelope = XmlParsers.parse(bytes);
            return new LoggedMessage(Elements.child(envelope.getDocumentElement(), Namespaces.SOAP, "Body")
                    .orElseThrow());
        } catch (SAXException | IOException e) {
            throw new IllegalStateException("a message of the log is no XML", e);
        }
    }

    /** The element within the Body. */
    Element content() {
        return Elements.children(body).get(0);
    }

    /** The element within the detail of a fault. */
    Element detail() {
        Element detail = Elements.children(content(), "detail").get(0);
        return Elements.children(detail).get(0);
    }
}
