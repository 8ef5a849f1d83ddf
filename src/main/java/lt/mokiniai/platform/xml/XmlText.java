package lt.mokiniai.platform.xml;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Node;

/** A tree as text, without an XML declaration. */
public final class XmlText {

    private XmlText() {}

    /** Gives a node as it is, nothing moved. */
    public static String of(Node node) {
        return text(node, false);
    }

    /** Gives a node as people read it: each element on a line of its own. */
    public static String pretty(Node node) {
        return text(node, true).strip();
    }

    /** Gives a node as it is, in UTF-8. */
    public static byte[] bytes(Node node) {
        return of(node).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Node node, boolean isIndented) {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, StandardCharsets.UTF_8.name());
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            if (isIndented) {
                transformer.setOutputProperty(OutputKeys.INDENT, "yes");
                transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
            }
            StringWriter text = new StringWriter();
            transformer.transform(new DOMSource(node), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("a tree in memory does not fail to be written", e);
        }
    }
}
