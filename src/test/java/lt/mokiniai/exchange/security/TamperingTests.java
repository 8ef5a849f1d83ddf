package lt.mokiniai.exchange.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import lt.mokiniai.kernel.faults.ExchangeException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Whatever signed text, attribute or element of a message is changed, it is refused. */
class TamperingTests {

    private static final String MESSAGE =
            SignedRequest.text(SignedRequest.good().arrived());
    private static final TestVerifier VERIFIER = TestVerifier.standard();

    @Property(tries = 300)
    boolean refusesAMessageWithOneCharacterChanged(
            @ForAll @IntRange(max = 100_000) int place,
            @ForAll @IntRange(max = 100_000) int position,
            @ForAll @IntRange(min = 1, max = 25) int shift) {
        Document message = SignedRequest.parse(MESSAGE);
        List<Node> values = values(message);
        Node value = values.get(place % values.size());
        StringBuilder text = new StringBuilder(value.getNodeValue());
        int at = position % text.length();
        text.setCharAt(at, (char) ('a' + (text.charAt(at) - 'a' + shift + 2600) % 26));
        if (text.toString().equals(value.getNodeValue())) {
            return true;
        }
        value.setNodeValue(text.toString());
        return isRefused(message);
    }

    @Property(tries = 100)
    boolean refusesAMessageWithOneElementGone(@ForAll @IntRange(max = 100_000) int place) {
        Document message = SignedRequest.parse(MESSAGE);
        NodeList elements = message.getElementsByTagName("*");
        Node element = elements.item(1 + place % (elements.getLength() - 1));
        element.getParentNode().removeChild(element);
        return isRefused(message);
    }

    @Property(tries = 20)
    void acceptsTheMessageAsItIs(@ForAll @IntRange(max = 3) int again) {
        VERIFIER.accepts(SignedRequest.parse(MESSAGE));
        assertThat(again).isNotNegative();
    }

    private static boolean isRefused(Document message) {
        return catchThrowable(() -> VERIFIER.verify(message)) instanceof ExchangeException;
    }

    /** Every text and attribute that the signature covers, and the signature's own. */
    private static List<Node> values(Document message) {
        List<Node> values = new ArrayList<>();
        for (String part : List.of(
                "client",
                "service",
                "id",
                "userId",
                "representedParty",
                "protocolVersion",
                "Body",
                "Timestamp",
                "SignedInfo",
                "SignatureValue")) {
            collect(SignedRequest.first(message, part), values);
        }
        return values;
    }

    private static void collect(Node node, List<Node> values) {
        if (node.getNodeType() == Node.TEXT_NODE && !node.getNodeValue().isEmpty()) {
            values.add(node);
        }
        if (node instanceof Element element) {
            NamedNodeMap attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                Node attribute = attributes.item(i);
                if (!attribute.getNodeName().startsWith("xmlns")
                        && !attribute.getNodeValue().isEmpty()) {
                    values.add(attribute);
                }
            }
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            collect(child, values);
        }
    }
}
