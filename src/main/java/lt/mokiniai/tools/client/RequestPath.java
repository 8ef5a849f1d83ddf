package lt.mokiniai.tools.client;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;

/**
 * A value that a request can be given, as the published schema says it.
 *
 * @param path where it stands
 * @param presence whether it must stand there, in words
 * @param isRequired whether no request conforms without it
 * @param isList whether it may be given several times
 * @param type the type of the value with its facets, as XML Schema names them; {@code XML} for an element of any kind,
 *     such as a request within another
 * @param values the values that there are; none where any of the type will do
 * @param text what it is
 */
public record RequestPath(
        String path, Text presence, boolean isRequired, boolean isList, String type, List<String> values, Text text) {

    /** The type of what is an element of any kind. */
    private static final String XML = "XML";

    /** The type of what has no content: of elements that could stand in it there are none. */
    private static final String EMPTY = "sequence";

    /** Tells whether it is an element of any kind. */
    public boolean takesXml() {
        return XML.equals(type);
    }

    /** Tells whether it is an element without content, which says something by standing there. */
    public boolean isEmpty() {
        return EMPTY.equals(type);
    }

    /** Gives every path of a request, in the schema's order. */
    public static List<RequestPath> of(SchemaTree request) {
        List<RequestPath> found = new ArrayList<>();
        request.children().values().forEach(child -> collect(child, "", "", false, found));
        return found;
    }

    /**
     * Adds the values within an element.
     *
     * @param prefix of its path
     * @param within the nearest element around it that may be left out; empty where there is none
     * @param isList whether an element around it may be given several times
     */
    private static void collect(
            SchemaTree element, String prefix, String within, boolean isList, List<RequestPath> found) {
        String path = prefix + element.name();
        boolean mayBeMissing =
                element.form().isOptional() || !element.form().insteadOf().isEmpty();
        if (element.children().isEmpty()) {
            found.add(new RequestPath(
                    path,
                    presence(element, prefix, within),
                    !mayBeMissing && within.isEmpty(),
                    isList || element.isList(),
                    element.isOpen() ? XML : element.form().type(),
                    List.copyOf(element.codes().editions().keySet()),
                    element.text()));
        }
        element.children()
                .values()
                .forEach(child ->
                        collect(child, path + "/", mayBeMissing ? path : within, isList || element.isList(), found));
    }

    private static Text presence(SchemaTree element, String prefix, String within) {
        if (!element.form().insteadOf().isEmpty()) {
            String others = element.form().insteadOf().stream()
                    .map(other -> prefix + other)
                    .collect(Collectors.joining(", "));
            return Messages.text("call.or-instead", others);
        }
        if (element.form().isOptional()) {
            return Messages.text("call.optional");
        }
        return within.isEmpty() ? Messages.text("call.required") : Messages.text("call.required-within", within);
    }
}
