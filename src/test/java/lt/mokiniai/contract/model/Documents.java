package lt.mokiniai.contract.model;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** XML documents as tests look at them. */
final class Documents {

    private Documents() {}

    static Document empty() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The paths of all elements below one, in the order of the document. */
    static List<String> paths(Element parent) {
        List<String> paths = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                paths.add(element.getLocalName());
                paths(element).forEach(below -> paths.add(element.getLocalName() + "/" + below));
            }
        }
        return paths;
    }

    static String serialised(Element element) {
        try {
            StringWriter text = new StringWriter();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(element), new StreamResult(text));
            return text.toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
