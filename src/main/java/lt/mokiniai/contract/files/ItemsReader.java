package lt.mokiniai.contract.files;

import static lt.mokiniai.contract.files.ContractDocument.attribute;
import static lt.mokiniai.contract.files.ContractDocument.child;
import static lt.mokiniai.contract.files.ContractDocument.children;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.contract.files.problem.ContractProblem;
import lt.mokiniai.contract.files.problem.Suggestions;
import lt.mokiniai.contract.model.Contract.Act;
import lt.mokiniai.contract.model.Contract.Kind;
import lt.mokiniai.contract.model.Grant.Requested;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.contract.schema.SchemaTree.DataItem;
import org.w3c.dom.Element;

/** Compiles the data items of a grant, which its file names by path or by group, against the published schema. */
final class ItemsReader {

    /** The element that a contract gives by {@code <pseudonym/>} alone. */
    static final String PSEUDONYM = "pseudonym";

    /** The element that a contract gives by {@code <absence shownAs="reasons"/>} alone. */
    static final String ABSENCE = "absence";

    private static final String ASKS = "asks";
    private static final String WRITES = "writes";

    private final ContractDocument document;
    private final Kind kind;
    private final List<Act> bases;

    /**
     * @param kind of the contract
     * @param bases the acts of the legal bases to provide and to receive
     */
    ItemsReader(ContractDocument document, Kind kind, List<Act> bases) {
        this.document = document;
        this.kind = kind;
        this.bases = bases;
    }

    /** Reads what of an answer may be shown, as paths of values. */
    Set<String> shown(Element fields, SchemaTree answer) {
        return listed(fields, answer, ContractProblem.NOT_IN_ANSWER, ContractProblem.IN_EVERY_ANSWER);
    }

    /** Reads what a request may ask by, or set (docs/decisions/0010, docs/decisions/0038). */
    Requested requested(Element grant, PublishedOperation operation) {
        Requested requested =
                Requested.of(operation, operation.writes() ? set(grant, operation) : askedBy(grant, operation));
        ContractProblem never = operation.writes() ? ContractProblem.NEVER_SENT : ContractProblem.NEVER_ASKED;
        if (!operation.writes() || !requested.items().isEmpty()) {
            operation
                    .request()
                    .missingIn(requested.message())
                    .forEach(missing -> document.problem(grant, never, operation.operation(), missing));
        }
        return requested;
    }

    private Set<String> askedBy(Element grant, PublishedOperation operation) {
        child(grant, WRITES)
                .ifPresent(writes -> document.problem(writes, ContractProblem.DOES_NOT_WRITE, operation.operation()));
        return child(grant, ASKS)
                .map(given -> asked(given, operation.request()))
                .orElse(Set.of());
    }

    private Set<String> set(Element grant, PublishedOperation operation) {
        child(grant, ASKS)
                .ifPresent(asks -> document.problem(asks, ContractProblem.DOES_NOT_ASK, operation.operation()));
        if (!kind.mayWrite(operation)) {
            document.problem(
                    grant,
                    ContractProblem.MAY_NOT_WRITE,
                    operation.operation(),
                    kind,
                    operation.writtenUnder().stream().sorted().collect(Collectors.joining(", ")));
            return Set.of();
        }
        Optional<Element> writes = child(grant, WRITES);
        if (writes.isEmpty() && !operation.request().grantable().isEmpty()) {
            document.problem(grant, ContractProblem.WRITES_MISSING, operation.operation());
        }
        writes.filter(list -> children(list).findAny().isEmpty())
                .ifPresent(list -> document.problem(list, ContractProblem.WRITES_EMPTY));
        return writes.map(list ->
                        listed(list, operation.request(), ContractProblem.NOT_IN_REQUEST, ContractProblem.SET_ANYWAY))
                .orElse(Set.of());
    }

    /**
     * Reads a list of items and groups with exceptions.
     *
     * @param unknown the problem of a path that is not in the message
     * @param structure the problem of one that needs no grant
     */
    private Set<String> listed(Element list, SchemaTree message, ContractProblem unknown, ContractProblem structure) {
        Set<String> granted = new LinkedHashSet<>();
        children(list, "item").filter(item -> isKnown(item, message, unknown)).forEach(item -> {
            String path = attribute(item, "path");
            if (isItem(path, message)) {
                granted.add(path);
            } else if (below(path, message).isEmpty()) {
                refuseStructure(item, path, structure);
            } else {
                document.problem(item, ContractProblem.IS_A_GROUP, path);
            }
        });
        children(list, "group")
                .filter(group -> isKnown(group, message, unknown))
                .forEach(group -> {
                    String path = attribute(group, "path");
                    if (!below(path, message).isEmpty()) {
                        granted.addAll(itemsOf(group, path, message));
                    } else if (isItem(path, message)) {
                        document.problem(group, ContractProblem.IS_NO_GROUP, path);
                    } else {
                        refuseStructure(group, path, structure);
                    }
                });
        refuseSpecialWithoutBasis(list, granted, message);
        return granted;
    }

    /** Reads the list of what may be asked by, as paths. */
    private Set<String> asked(Element asks, SchemaTree request) {
        Set<String> granted = new LinkedHashSet<>();
        children(asks, "item").forEach(item -> {
            String path = attribute(item, "path");
            if (request.grantable().contains(path)) {
                granted.add(path);
            } else if (request.at(path).isPresent()) {
                String within = request.grantable().stream()
                        .filter(known -> known.startsWith(path + "/"))
                        .collect(Collectors.joining(", "));
                document.problem(
                        item,
                        within.isEmpty() ? ContractProblem.ASKED_ANYWAY : ContractProblem.ASKED_GROUP,
                        path,
                        within);
            } else {
                List<String> known = request.grantable();
                document.problem(
                        item,
                        known.isEmpty() ? ContractProblem.NOTHING_IN_REQUEST : ContractProblem.NOT_IN_REQUEST,
                        path,
                        Suggestions.nearest(path, known));
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
            if (within.at(excepted).isEmpty()) {
                String nearest = Suggestions.nearest(excepted, within.paths());
                document.problem(except, ContractProblem.NOT_IN_GROUP, excepted, nearest, path);
            } else if (!items.removeIf(
                    item -> item.equals(path + "/" + excepted) || item.startsWith(path + "/" + excepted + "/"))) {
                document.problem(except, ContractProblem.EXCEPTION_OF_NOTHING, excepted);
            }
        });
        return items;
    }

    private boolean isKnown(Element at, SchemaTree message, ContractProblem unknown) {
        String path = attribute(at, "path");
        if (message.at(path).isPresent()) {
            return true;
        }
        document.problem(at, unknown, path, Suggestions.nearest(path, message.paths()));
        return false;
    }

    private static boolean isItem(String path, SchemaTree message) {
        return message.grantable().contains(path) && !isPseudonym(path);
    }

    /** Refuses what is no data item: a contract turns it on by an element of its own, or it is in every message. */
    private void refuseStructure(Element at, String path, ContractProblem structure) {
        if (isPseudonym(path)) {
            document.problem(at, ContractProblem.PSEUDONYM_BY_PATH, path);
        } else if (Stream.of(path.split("/")).anyMatch(ABSENCE::equals)) {
            document.problem(at, ContractProblem.REASONS_BY_PATH, path);
        } else {
            document.problem(at, structure, path);
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
            document.problem(at, ContractProblem.SPECIAL_WITHOUT_BASIS, numbers);
        }
    }
}
