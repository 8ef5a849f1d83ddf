package lt.mokiniai.contract.files;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.PublishedOperation.WayOfDelivery;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.contract.schema.SchemaTree;

/**
 * A grant of groups with exceptions, and of items, by chance.
 *
 * @param operation of which it is
 * @param groups each with its exceptions, as paths below it
 * @param items what is named by itself
 * @param asks what may be asked by
 * @param reasons whether it asks for reasons of absence
 */
record RandomFields(
        PublishedOperation operation,
        Map<String, Set<String>> groups,
        Set<String> items,
        Set<String> asks,
        boolean reasons) {

    static RandomFields of(PublishedOperations published, Random random) {
        List<PublishedOperation> operations = published.forReaders().all().stream()
                .filter(operation -> operation.isGrantable() && !operation.writes())
                .toList();
        PublishedOperation operation = operations.get(random.nextInt(operations.size()));
        List<String> values = granted(operation.answer());
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        for (String group : some(random, groupsOf(operation.answer(), values), 2)) {
            groups.put(group, exceptions(random, group, operation.answer(), values));
        }
        Set<String> items = some(random, values, 3);
        if (groups.isEmpty()) {
            items.add(values.get(random.nextInt(values.size())));
        }
        Set<String> asks = some(random, operation.request().grantable(), 3);
        if (operation.operation().equals("confirmStudentFact")) {
            asks.add("fact/learnsGeneralOrVocational");
        }
        boolean hasRecords =
                operation.answer().paths().stream().anyMatch(path -> path.endsWith("/" + ItemsReader.ABSENCE));
        return new RandomFields(operation, groups, items, asks, hasRecords && random.nextBoolean());
    }

    /** Tells whether a group names what stands at a path, and no exception of it does. */
    boolean isInAGroup(String path) {
        return groups.entrySet().stream()
                .anyMatch(group -> isWithin(path, group.getKey())
                        && group.getValue().stream()
                                .noneMatch(except -> isWithin(path, group.getKey() + "/" + except)));
    }

    String xml() {
        return """
                <grant service="%s" version="%s" operation="%s"><fields>%s%s</fields>%s
                <population><everyone/></population><depth><current/></depth><delivery>%s</delivery>%s</grant>
                """.formatted(
                        operation.service().name(),
                        operation.service().version(),
                        operation.operation(),
                        named(items),
                        groups.entrySet().stream()
                                .map(group -> "<group path=\"" + group.getKey() + "\">"
                                        + group.getValue().stream()
                                                .map(except -> "<except path=\"" + except + "\"/>")
                                                .collect(Collectors.joining())
                                        + "</group>")
                                .collect(Collectors.joining()),
                        asks.isEmpty() ? "" : "<asks>" + named(asks) + "</asks>",
                        operation.ways().contains(WayOfDelivery.SINGLE) ? "<single/>" : "<batch largest=\"10\"/>",
                        reasons ? "<absence shownAs=\"reasons\"/>" : "");
    }

    private static String named(Set<String> paths) {
        return paths.stream().map(path -> "<item path=\"" + path + "\"/>").collect(Collectors.joining());
    }

    private static List<String> granted(SchemaTree answer) {
        return answer.grantable().stream()
                .filter(path -> !path.endsWith("/" + ItemsReader.PSEUDONYM))
                .toList();
    }

    private static List<String> groupsOf(SchemaTree answer, List<String> values) {
        return answer.paths().stream()
                .filter(path -> values.stream().anyMatch(value -> value.startsWith(path + "/")))
                .toList();
    }

    /** No exception stands below another one: that would take nothing out. */
    private static Set<String> exceptions(Random random, String group, SchemaTree answer, List<String> values) {
        List<String> within = answer.at(group).orElseThrow().paths().stream()
                .filter(path -> values.stream().anyMatch(value -> isWithin(value, group + "/" + path)))
                .toList();
        Set<String> exceptions = new TreeSet<>();
        for (String except : some(random, within, 3)) {
            boolean isAlone =
                    exceptions.stream().noneMatch(other -> isWithin(except, other) || isWithin(other, except));
            if (isAlone) {
                exceptions.add(except);
            }
        }
        return exceptions;
    }

    private static boolean isWithin(String path, String group) {
        return path.equals(group) || path.startsWith(group + "/");
    }

    private static Set<String> some(Random random, List<String> all, int most) {
        List<String> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return new TreeSet<>(shuffled.subList(0, Math.min(shuffled.size(), random.nextInt(most + 1))));
    }
}
