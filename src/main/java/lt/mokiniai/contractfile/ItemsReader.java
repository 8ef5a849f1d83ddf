package lt.mokiniai.contractfile;

import static lt.mokiniai.contractfile.ContractDocument.attribute;
import static lt.mokiniai.contractfile.ContractDocument.children;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.contract.Contract.Act;
import lt.mokiniai.schema.SchemaTree;
import lt.mokiniai.schema.SchemaTree.DataItem;
import org.w3c.dom.Element;

/** Compiles the data items of a grant, which its file names by path or by group, against the published schema. */
final class ItemsReader {

    /** The element that a contract gives by {@code <pseudonym/>} alone. */
    static final String PSEUDONYM = "pseudonym";

    /** The element that a contract gives by {@code <absence shownAs="reasons"/>} alone. */
    static final String ABSENCE = "absence";

    private final ContractDocument document;
    private final List<Act> bases;

    /** @param bases the acts of the legal bases to provide and to receive */
    ItemsReader(ContractDocument document, List<Act> bases) {
        this.document = document;
        this.bases = bases;
    }

    /** Reads what of an answer may be shown, as paths of values. */
    Set<String> shown(Element fields, SchemaTree answer) {
        Set<String> granted = new LinkedHashSet<>();
        children(fields, "item").forEach(item -> {
            String path = attribute(item, "path");
            if (isKnown(item, path, answer, "the answer") && isValue(item, path, answer)) {
                granted.add(path);
            }
        });
        children(fields, "group").forEach(group -> {
            String path = attribute(group, "path");
            if (isKnown(group, path, answer, "the answer") && isGroup(group, path, answer)) {
                granted.addAll(itemsOf(group, path, answer));
            }
        });
        refuseSpecialWithoutBasis(fields, granted, answer);
        return granted;
    }

    /** Reads what a request may ask by, as paths. */
    Set<String> asked(Element asks, SchemaTree request) {
        Set<String> granted = new LinkedHashSet<>();
        children(asks, "item").forEach(item -> {
            String path = attribute(item, "path");
            if (request.items().contains(path)) {
                granted.add(path);
            } else if (request.at(path).isPresent()) {
                String within = request.items().stream()
                        .filter(known -> known.startsWith(path + "/"))
                        .collect(Collectors.joining(", "));
                document.problem(
                        item,
                        within.isEmpty() ? path + " may be asked by without a grant" : path + " is a group",
                        within.isEmpty() ? "Take it out" : "Name the items that are meant, of " + within);
            } else {
                refuseUnknown(item, path, request.items(), "the request");
            }
        });
        refuseSpecialWithoutBasis(asks, granted, request);
        return granted;
    }

    private Set<String> itemsOf(Element group, String path, SchemaTree answer) {
        Set<String> items = below(path, answer);
        SchemaTree within = answer.at(path).orElseThrow();
        children(group, "except").forEach(except -> {
            String excepted = attribute(except, "path");
            if (isKnown(except, excepted, within, path)
                    && !items.removeIf(item ->
                            item.equals(path + "/" + excepted) || item.startsWith(path + "/" + excepted + "/"))) {
                document.problem(
                        except,
                        "the exception " + excepted + " takes nothing out",
                        "Take <except> out: the group does not grant it, or another <except> names it");
            }
        });
        return items;
    }

    private boolean isKnown(Element at, String path, SchemaTree within, String where) {
        if (within.at(path).isPresent()) {
            return true;
        }
        refuseUnknown(at, path, within.paths(), where);
        return false;
    }

    private void refuseUnknown(Element at, String path, Collection<String> known, String where) {
        document.problem(
                at,
                "there is no " + path + " in " + where,
                known.isEmpty() ? "Take it out" : "The nearest paths are " + Suggestions.nearest(path, known));
    }

    private boolean isValue(Element item, String path, SchemaTree answer) {
        if (answer.grantable().contains(path) && !isPseudonym(path)) {
            return true;
        }
        if (below(path, answer).isEmpty()) {
            refuseStructure(item, path);
        } else {
            document.problem(
                    item,
                    path + " is a group",
                    "Write <group path=\"" + path + "\"/>, or name the items that are meant");
        }
        return false;
    }

    private boolean isGroup(Element group, String path, SchemaTree answer) {
        if (!below(path, answer).isEmpty()) {
            return true;
        }
        if (answer.grantable().contains(path) && !isPseudonym(path)) {
            document.problem(group, path + " is not a group", "Write <item path=\"" + path + "\"/>");
        } else {
            refuseStructure(group, path);
        }
        return false;
    }

    /** Refuses what is no data item: a contract turns it on by an element of its own, or it is in every answer. */
    private void refuseStructure(Element at, String path) {
        if (isPseudonym(path)) {
            document.problem(at, path + " is not granted by its path", "Write <pseudonym/> in the grant");
        } else if (Stream.of(path.split("/")).anyMatch(ABSENCE::equals)) {
            document.problem(
                    at, path + " is not granted by its path", "Write <absence shownAs=\"reasons\"/> in the grant");
        } else {
            document.problem(at, path + " is in every answer and cannot be granted", "Take it out");
        }
    }

    private static Set<String> below(String path, SchemaTree answer) {
        return answer.grantable().stream()
                .filter(item -> item.startsWith(path + "/") && !isPseudonym(item))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isPseudonym(String path) {
        return path.endsWith("/" + PSEUDONYM);
    }

    private void refuseSpecialWithoutBasis(Element at, Set<String> granted, SchemaTree message) {
        String numbers = granted.stream()
                .flatMap(path -> message.at(path).flatMap(SchemaTree::item).stream())
                .filter(DataItem::isSpecial)
                .map(DataItem::number)
                .filter(number -> bases.stream().noneMatch(act -> act.names(number)))
                .distinct()
                .collect(Collectors.joining(" "));
        if (!numbers.isEmpty()) {
            document.problem(
                    at,
                    "no legal basis names the items of a special category " + numbers,
                    "Name them at the act of a legal basis that allows them, <act items=\"" + numbers
                            + "\">, or leave them out");
        }
    }
}
