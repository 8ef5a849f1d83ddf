package lt.mokiniai.soapui;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What came back, and what it answers. */
record Answer(int status, byte[] body) {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    Document document() {
        return Documents.parse(body);
    }

    boolean isFault() {
        return is(content(), SOAP, "Fault");
    }

    /** Gives the one element of the Body. */
    Element content() {
        Element envelope = document().getDocumentElement();
        if (!is(envelope, SOAP, "Envelope")) {
            throw new AssertionError("the answer is no SOAP 1.1 message");
        }
        List<Element> body = children(envelope).stream()
                .filter(part -> is(part, SOAP, "Body"))
                .flatMap(part -> children(part).stream())
                .toList();
        if (body.size() != 1) {
            throw new AssertionError("the Body holds " + body.size() + " elements");
        }
        return body.get(0);
    }

    private static boolean is(Element element, String namespace, String name) {
        return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }
}
