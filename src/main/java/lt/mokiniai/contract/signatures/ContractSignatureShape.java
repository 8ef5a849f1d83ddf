package lt.mokiniai.contract.signatures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.crypto.dsig.XMLSignature;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * The one shape of a Signature (decision 12), looked at before anything is computed: one reference to the whole document
 * without its signatures, where a file is signed with it one to that (decision 57), and a certificate. No other transform, expression, reference or id ever reaches the library.
 */
final class ContractSignatureShape {

    /** Every signature of the contract: what one party signs does not depend on the other's. */
    static final String SIGNATURES_OF_THE_ROOT = "/*/ds:Signature";

    private static final String DS = XMLSignature.XMLNS;

    private ContractSignatureShape() {}

    /**
     * Checks everything but what the certificate is.
     *
     * @param beside the name of the file that a second reference must be to; without it there is none
     * @return the certificate in base64
     * @throws BadSignature that names the part at fault
     */
    static String certificate(Element signature, Optional<String> beside) {
        signature.normalize();
        attributes(signature);
        List<Element> parts = named(signature, DS, "SignedInfo", "SignatureValue", "KeyInfo");
        attributes(parts.get(0));
        List<String> names = new ArrayList<>(List.of("CanonicalizationMethod", "SignatureMethod", "Reference"));
        beside.ifPresent(file -> names.add("Reference"));
        List<Element> signed = named(parts.get(0), DS, names.toArray(String[]::new));
        method(signed.get(0), Set.of(Algorithms.EXCLUSIVE));
        method(signed.get(1), Algorithms.SIGNATURES);
        reference(signed.get(2));
        beside.ifPresent(file -> reference(signed.get(3), file));
        value(parts.get(1));
        attributes(parts.get(2));
        Element data = named(parts.get(2), DS, "X509Data").get(0);
        attributes(data);
        return value(named(data, DS, "X509Certificate").get(0));
    }

    private static void reference(Element reference) {
        attributes(reference, "URI");
        if (!reference.getAttributeNS(null, "URI").isEmpty()) {
            throw shape("Reference/@URI");
        }
        List<Element> parts = named(reference, DS, "Transforms", "DigestMethod", "DigestValue");
        attributes(parts.get(0));
        List<Element> transforms = named(parts.get(0), DS, "Transform", "Transform");
        subtraction(transforms.get(0));
        method(transforms.get(1), Set.of(Algorithms.EXCLUSIVE));
        method(parts.get(1), Algorithms.DIGESTS);
        value(parts.get(2));
    }

    /** To a file beside, as its bytes are. */
    private static void reference(Element reference, String file) {
        attributes(reference, "URI");
        if (!file.equals(reference.getAttributeNS(null, "URI"))) {
            throw shape("Reference/@URI");
        }
        List<Element> parts = named(reference, DS, "DigestMethod", "DigestValue");
        method(parts.get(0), Algorithms.DIGESTS);
        value(parts.get(1));
    }

    private static void subtraction(Element transform) {
        algorithm(transform, Set.of(Algorithms.FILTER));
        Element expression = named(transform, Algorithms.FILTER, "XPath").get(0);
        attributes(expression, "Filter");
        boolean isOurs = "subtract".equals(expression.getAttributeNS(null, "Filter"))
                && DS.equals(expression.lookupNamespaceURI("ds"))
                && SIGNATURES_OF_THE_ROOT.equals(value(expression));
        if (!isOurs) {
            throw shape("XPath");
        }
    }

    /** An element that names an algorithm and has no parameters. */
    private static void method(Element method, Set<String> allowed) {
        algorithm(method, allowed);
        named(method, DS);
    }

    private static void algorithm(Element method, Set<String> allowed) {
        attributes(method, "Algorithm");
        if (!allowed.contains(method.getAttributeNS(null, "Algorithm"))) {
            throw new BadSignature(SignatureFault.ALGORITHM.of(String.valueOf(method.getLocalName())));
        }
    }

    /** Exactly these child elements, in this order, with nothing but white space around them. */
    private static List<Element> named(Element parent, String namespace, String... names) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            } else if (node.getNodeType() != Node.TEXT_NODE
                    || !node.getNodeValue().isBlank()) {
                throw shape(String.valueOf(parent.getLocalName()));
            }
        }
        for (int i = 0; i < Math.max(names.length, children.size()); i++) {
            if (i >= children.size()) {
                throw shape(names[i]);
            }
            Element child = children.get(i);
            if (i >= names.length
                    || !namespace.equals(child.getNamespaceURI())
                    || !names[i].equals(child.getLocalName())) {
                throw shape(String.valueOf(child.getLocalName()));
            }
        }
        return children;
    }

    /** The text of an element that holds one text and nothing else. */
    private static String value(Element element) {
        if (element.getNamespaceURI() != null && element.getNamespaceURI().equals(DS)) {
            attributes(element);
        }
        Node only = element.getFirstChild();
        if (only == null || only.getNextSibling() != null || only.getNodeType() != Node.TEXT_NODE) {
            throw shape(String.valueOf(element.getLocalName()));
        }
        return ((Text) only).getData();
    }

    /** Exactly these attributes; declarations of namespaces are none. */
    private static void attributes(Element element, String... names) {
        Set<String> missing = new HashSet<>(Arrays.asList(names));
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            boolean isDeclaration = XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI());
            if (!isDeclaration && (attribute.getNamespaceURI() != null || !missing.remove(attribute.getLocalName()))) {
                throw shape(element.getLocalName() + "/@" + attribute.getLocalName());
            }
        }
        if (!missing.isEmpty()) {
            throw shape(element.getLocalName() + "/@" + missing.iterator().next());
        }
    }

    private static BadSignature shape(String part) {
        return new BadSignature(SignatureFault.SHAPE.of(part));
    }
}
