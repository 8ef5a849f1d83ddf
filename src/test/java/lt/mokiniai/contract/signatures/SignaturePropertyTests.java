package lt.mokiniai.contract.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.XMLConstants;
import javax.xml.crypto.dsig.XMLSignature;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Whatever text or attribute of a signed contract is changed, both signatures tell. */
class SignaturePropertyTests {

    private static final String SIGNED = Signed.byBoth();

    @Property(tries = 150)
    void findsAnyChangeOfOneValue(@ForAll Random random) {
        Element root = ContractText.of(Signed.bytes(SIGNED)).root();
        List<Node> values = new ArrayList<>();
        collect(root, values);
        Node value = values.get(random.nextInt(values.size()));
        String before = value.getNodeValue();

        value.setNodeValue(changed(before, random));

        assertThat(SignatureVerifier.verify(root)).as("'%s'", before).hasSize(2).noneMatch(ContractSignature::isIntact);
    }

    private static String changed(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        String sign = random.nextBoolean() ? " " : Character.toString('a' + random.nextInt(26));
        boolean deletes = at < text.length() && random.nextBoolean();
        return text.substring(0, at) + (deletes ? "" : sign) + text.substring(deletes ? at + 1 : at);
    }

    /** Texts and attributes, but not those of the signatures. */
    private static void collect(Node node, List<Node> values) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE) {
                values.add(child);
            } else if (!XMLSignature.XMLNS.equals(child.getNamespaceURI())) {
                collect(child, values);
            }
        }
        for (int i = 0; node instanceof Element && i < node.getAttributes().getLength(); i++) {
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(
                    node.getAttributes().item(i).getNamespaceURI())) {
                values.add(node.getAttributes().item(i));
            }
        }
    }
}
