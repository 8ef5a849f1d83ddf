package lt.mokiniai.exchange.security;

import lt.mokiniai.platform.xml.Elements;
import org.w3c.dom.DocumentFragment;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The X509SerialNumber that a signature names its key by. WSS4J reads its text as it stands, while an xs:integer collapses
 * its white space: the text is collapsed until WSS4J has read it, and put back before digests are computed, for the element
 * may be signed too.
 */
final class SerialNumberText {

    private final Element signature;
    private Runnable undo = () -> {};

    SerialNumberText(Element signature) {
        this.signature = signature;
    }

    void collapse() {
        for (Element serial : Elements.all(signature, EnvelopeShape.DS, "X509SerialNumber")) {
            String text = serial.getTextContent();
            if (!text.equals(text.strip())) {
                DocumentFragment written = serial.getOwnerDocument().createDocumentFragment();
                for (Node child = serial.getFirstChild(); child != null; child = serial.getFirstChild()) {
                    written.appendChild(child);
                }
                serial.setTextContent(text.strip());
                undo = () -> {
                    serial.setTextContent("");
                    serial.appendChild(written);
                };
            }
        }
    }

    /** Puts back what stood there, once. */
    void putBack() {
        Runnable once = undo;
        undo = () -> {};
        once.run();
    }
}
