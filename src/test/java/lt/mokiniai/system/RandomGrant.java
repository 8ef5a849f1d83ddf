package lt.mokiniai.system;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.kernel.InstitutionCode;

/**
 * A grant of one operation, whatever it may be.
 *
 * @param items paths of the data items that may be shown; one at least
 * @param byGroup whether they are named as a group and its exceptions, where they stand in one
 * @param municipalities of the population; none where it is not bounded so
 * @param institutions of the population; none where it is not bounded so
 * @param restrictions kinds that it names
 * @param quota as XML, or an empty text
 */
record RandomGrant(
        String operation,
        Set<String> items,
        boolean byGroup,
        Set<String> municipalities,
        Set<String> institutions,
        Set<String> restrictions,
        boolean isCurrentOnly,
        String quota) {

    String xml() {
        return """
                <grant service="%s" version="v1" operation="%s">
                  <fields>%s</fields>
                  %s
                  <population>%s</population>
                  <depth>%s</depth>
                  <delivery>%s
                  %s
                </grant>
                """.formatted(
                        Message.SERVICES.get(operation),
                        operation,
                        fields(),
                        TestContracts.asks(operation),
                        population(),
                        isCurrentOnly ? "<current/>" : "<since>1990-01-01</since>",
                        TestContracts.delivery(operation) + "</delivery>" + quota,
                        elements("restriction", restrictions));
    }

    private String fields() {
        List<String> all = PublishedSchema.of(operation).items();
        // The group of all that stands below the same element as the deepest of the items: the student's, or a part of
        // it.
        String deepest = items.stream()
                .max(Comparator.comparingInt((String path) -> path.split("/").length)
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
        int slash = deepest.startsWith("result/") ? deepest.indexOf('/', "result/".length()) : deepest.indexOf('/');
        if (!byGroup || slash < 0) {
            return named(items.stream());
        }
        String group = deepest.substring(0, slash);
        String exceptions = all.stream()
                .filter(path -> path.startsWith(group + "/") && !items.contains(path))
                .map(path -> "<except path=\"" + path.substring(group.length() + 1) + "\"/>")
                .collect(Collectors.joining());
        return named(items.stream().filter(path -> !path.startsWith(group + "/"))) + "<group path=\"" + group + "\">"
                + exceptions + "</group>";
    }

    private static String named(Stream<String> items) {
        return items.sorted().map(path -> "<item path=\"" + path + "\"/>").collect(Collectors.joining());
    }

    private String population() {
        String criteria = elements("municipality", municipalities)
                + institutions.stream()
                        .sorted()
                        .map(code -> "<institution kind=\""
                                + InstitutionCode.of(code).kind() + "\">" + code + "</institution>")
                        .collect(Collectors.joining());
        return criteria.isEmpty() ? "<everyone/>" : criteria;
    }

    private static String elements(String name, Set<String> values) {
        return values.stream()
                .sorted()
                .map(value -> "<" + name + ">" + value + "</" + name + ">")
                .collect(Collectors.joining());
    }
}
