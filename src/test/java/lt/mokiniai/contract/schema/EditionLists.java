package lt.mokiniai.contract.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.contract.schema.SchemaTree.DataItem;

/**
 * What came with each edition, a line each: whatever can stand in a request, an answer, a receipt or a fault, with the
 * number and sensitivity of a data item, how often it may stand there, and its type.
 */
final class EditionLists {

    static final String HEADING = "operation,message,path,number,sensitivity,form";

    private final SortedMap<Integer, List<String>> lines = new TreeMap<>();

    private EditionLists() {}

    /** Gives the lines of each edition, in the order of the schemas. */
    static SortedMap<Integer, List<String>> of(PublishedOperations published) {
        EditionLists lists = new EditionLists();
        published.all().forEach(lists::add);
        published.parts().forEach((name, part) -> lists.addAll("", name, "", part));
        return lists.lines;
    }

    private void add(PublishedOperation operation) {
        String name = operation.id().toString();
        if (!operation.isGrantable()) {
            add(operation.request().edition(), name, "operation", "", "", "", "needs no grant");
        }
        new TreeMap<>(operation.deliveries())
                .forEach((way, edition) -> add(edition, name, "operation", "", "", "", "delivers " + way));
        addAll(name, "request", "", operation.request());
        addAll(name, "answer", "", operation.answer());
    }

    private void addAll(String operation, String message, String prefix, SchemaTree parent) {
        parent.children().values().forEach(element -> {
            String path = prefix + element.name();
            add(
                    element.edition(),
                    operation,
                    message,
                    path,
                    element.item().map(DataItem::number).orElse(""),
                    element.item().map(DataItem::sensitivity).orElse(""),
                    element.form().description() + identification(element));
            element.codes().editions().forEach((code, edition) -> {
                String instead = element.codes().earlier().get(code);
                add(
                        Math.max(edition, element.edition()),
                        operation,
                        message,
                        path + "=" + code,
                        "",
                        "",
                        "value" + (instead == null ? "" : ", earlier " + instead));
            });
            addAll(operation, message, path + "/", element);
        });
    }

    private static String identification(SchemaTree element) {
        return switch (element.marks().identification()) {
            case NONE -> "";
            case INDIRECT -> ", identifies indirectly";
            case DIRECT -> ", identifies";
        };
    }

    private void add(int edition, String... cells) {
        String line = Stream.of(cells).map(EditionLists::quoted).collect(Collectors.joining(","));
        lines.computeIfAbsent(edition, first -> new ArrayList<>()).add(line);
    }

    private static String quoted(String cell) {
        return cell.matches("[^,\"]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
