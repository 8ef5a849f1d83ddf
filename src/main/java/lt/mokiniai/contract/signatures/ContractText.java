package lt.mokiniai.contract.signatures;

import static lt.mokiniai.kernel.texts.Messages.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.crypto.dsig.XMLSignature;
import lt.mokiniai.platform.xml.XmlParsers;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A contract file as text, so that a signature is put in and no other letter of it changes. */
public final class ContractText {

    private final String text;
    private final Element root;
    private final int closingTag;

    private ContractText(String text, Element root) {
        this.text = text;
        this.root = root;
        this.closingTag = closingTag(text, root.getNodeName());
    }

    /**
     * Reads a file.
     *
     * @throws NotSigned when it is not XML in UTF-8, has a DTD, or its root has no closing tag
     */
    public static ContractText of(byte[] file) {
        Document document = parse(file);
        String encoding = document.getXmlEncoding();
        if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
            throw notUtf8();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return new ContractText(text, document.getDocumentElement());
        } catch (CharacterCodingException e) {
            throw notUtf8();
        }
    }

    /** The root of a tree of its own, without lines. */
    public Element root() {
        return root;
    }

    /** Tells whether this is the other with something more before the closing tag of its root. */
    public boolean extendsText(ContractText other) {
        return text.length() > other.text.length()
                && text.startsWith(other.text.substring(0, other.closingTag))
                && text.endsWith(other.text.substring(other.closingTag));
    }

    /** Tells whether both sign the same: comments, and the signatures themselves, are signed by nobody. */
    public boolean signsTheSameAs(ContractText other) {
        return signed(root).isEqualNode(signed(other.root));
    }

    private static Node signed(Element root) {
        Element copy = (Element) root.cloneNode(true);
        removeUnsigned(copy);
        copy.normalize();
        return copy;
    }

    private static void removeUnsigned(Node parent) {
        Node next;
        for (Node node = parent.getFirstChild(); node != null; node = next) {
            next = node.getNextSibling();
            boolean isSignature =
                    XMLSignature.XMLNS.equals(node.getNamespaceURI()) && "Signature".equals(node.getLocalName());
            if (isSignature || node.getNodeType() == Node.COMMENT_NODE) {
                parent.removeChild(node);
            } else {
                removeUnsigned(node);
            }
        }
    }

    /** White space between signatures would be signed too: none is put in. */
    byte[] with(String signature) {
        return (text.substring(0, closingTag) + signature + text.substring(closingTag))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Comments and processing instructions may follow the closing tag, and may hold what looks like one. */
    private static int closingTag(String text, String name) {
        int end = text.stripTrailing().length();
        while (text.startsWith("-->", end - 3) || text.startsWith("?>", end - 2)) {
            String start = text.startsWith("?>", end - 2) ? "<?" : "<!--";
            end = text.substring(0, text.lastIndexOf(start, end - 2))
                    .stripTrailing()
                    .length();
        }
        int tag = text.lastIndexOf("</", end);
        if (tag < 0 || !Pattern.matches("</" + Pattern.quote(name) + "\\s*>", text.substring(tag, end))) {
            throw new NotSigned(text("not-signed.tail.message", name), text("not-signed.tail.remedy", name));
        }
        return tag;
    }

    private static Document parse(byte[] file) {
        try {
            return XmlParsers.parse(file);
        } catch (SAXException | IOException e) {
            throw new NotSigned(text("not-signed.no-xml.message"), text("not-signed.no-xml.remedy"));
        }
    }

    private static NotSigned notUtf8() {
        return new NotSigned(text("not-signed.encoding.message"), text("not-signed.encoding.remedy"));
    }
}
