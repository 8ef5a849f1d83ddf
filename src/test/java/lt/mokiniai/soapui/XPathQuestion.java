package lt.mokiniai.soapui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.namespace.NamespaceContext;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathEvaluationResult;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathNodes;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** An XPath as SoapUI writes it: {@code declare namespace p='uri';} first. Ours are the same in XPath 1.0 and 2.0. */
final class XPathQuestion {

    private static final Pattern DECLARATION =
            Pattern.compile("\\s*declare\\s+namespace\\s+([\\w-]+)\\s*=\\s*'([^']*)'\\s*;");

    private XPathQuestion() {}

    /** Gives the text of each node that is found, or the one value that is computed. */
    static List<String> ask(Document document, String question) {
        Map<String, String> prefixes = new HashMap<>();
        Matcher declaration = DECLARATION.matcher(question);
        int end = 0;
        while (declaration.lookingAt()) {
            prefixes.put(declaration.group(1), declaration.group(2));
            end = declaration.end();
            declaration.region(end, question.length());
        }
        XPath xpath = XPathFactory.newDefaultInstance().newXPath();
        xpath.setNamespaceContext(new Prefixes(prefixes));
        try {
            return texts(xpath.evaluateExpression(question.substring(end).trim(), document));
        } catch (XPathExpressionException e) {
            throw new AssertionError(question, e);
        }
    }

    private static List<String> texts(XPathEvaluationResult<?> result) {
        return switch (result.type()) {
            case NODESET -> {
                List<String> texts = new ArrayList<>();
                for (Node node : (XPathNodes) result.value()) {
                    texts.add(node.getTextContent());
                }
                yield texts;
            }
            case NUMBER -> List.of(whole(((Number) result.value()).doubleValue()));
            default -> List.of(String.valueOf(result.value()));
        };
    }

    private static String whole(double number) {
        if (number != Math.rint(number)) {
            throw new AssertionError(number + " is told in another way by SoapUI's XPath");
        }
        return String.valueOf((long) number);
    }

    private record Prefixes(Map<String, String> prefixes) implements NamespaceContext {

        @Override
        public String getNamespaceURI(String prefix) {
            String uri = prefixes.get(prefix);
            if (uri == null) {
                throw new AssertionError("the prefix " + prefix + " is not declared");
            }
            return uri;
        }

        @Override
        public @Nullable String getPrefix(String uri) {
            return null;
        }

        @Override
        public Iterator<String> getPrefixes(String uri) {
            return List.<String>of().iterator();
        }
    }
}
