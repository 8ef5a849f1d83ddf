package lt.mokiniai.tools.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.platform.xml.Elements;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * An answer as maps, lists and texts, for programs that read no XML: an element that the schema lets stand several times
 * is a list, also where it stands once; every value is a text, as it was sent.
 */
public final class AnswerContent {

    private AnswerContent() {}

    /** Gives the content of an element by the names of those within it. */
    public static Map<String, Object> of(Element element, SchemaTree schema) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (Element child : Elements.children(element)) {
            String name = child.getLocalName();
            SchemaTree known = schema.children().get(name);
            Object value = value(child, known);
            if (known != null && known.isList()) {
                asList(content.computeIfAbsent(name, first -> new ArrayList<>()))
                        .add(value);
            } else {
                content.put(name, value);
            }
        }
        return content;
    }

    private static Object value(Element element, @Nullable SchemaTree known) {
        if (known != null && known.isOpen()) {
            return another(element);
        }
        return known == null || known.children().isEmpty() ? element.getTextContent() : of(element, known);
    }

    /** Gives an answer within an answer, by its name. */
    private static Map<String, Object> another(Element element) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (Element within : Elements.children(element)) {
            SchemaTree known = PublishedOperations.load().all().stream()
                    .map(PublishedOperation::answer)
                    .filter(answer -> Elements.is(within, answer.namespace(), answer.name()))
                    .findFirst()
                    .orElse(null);
            content.put(within.getLocalName(), value(within, known));
        }
        return content;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> asList(Object value) {
        return (List<Object>) value;
    }
}
