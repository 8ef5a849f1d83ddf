package lt.mokiniai.contract.model;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.contract.model.Contract.SourceOf;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.contract.schema.SchemaTree.DataItem;
import lt.mokiniai.kernel.scope.ItemOwners;
import lt.mokiniai.kernel.texts.Text;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Which suppliers are the source of which data items, by the supply contracts of one set (docs/decisions/0041). */
final class ItemSources {

    /** The element of a request that names by their paths the values that there are none of any more. */
    private static final String CLEAR = "clear";

    private record Supplier(String code, Text name, Term term, SourceOf of) {

        private boolean isSourceFor(boolean withCode, LocalDate day) {
            return of.includes(withCode) && term.isInForce(day);
        }
    }

    /** By the number of the item, and by that of its group. */
    private final Map<String, List<Supplier>> suppliers = new HashMap<>();

    ItemSources(List<Contract> contracts) {
        contracts.forEach(contract -> contract.supply()
                .ifPresent(supply -> supply.sourceOf().stream()
                        .sorted()
                        .forEach(source -> source.numbers().forEach(number -> add(number, contract, source.of())))));
    }

    private void add(String number, Contract contract, SourceOf of) {
        Supplier supplier =
                new Supplier(contract.party().code(), contract.party().name(), contract.term(), of);
        Stream.of(number, number.split("\\.", 2)[0])
                .distinct()
                .forEach(key -> suppliers.merge(
                        key,
                        List.of(supplier),
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList()));
    }

    /**
     * Says whose the items are that a request sets.
     *
     * @param schema of the request
     * @param sender the code of the party for which it is sent: what it is the source of itself is nobody else's
     * @param day on which the contracts are in force
     */
    ItemOwners ownersOf(Element request, SchemaTree schema, String sender, LocalDate day) {
        if (suppliers.isEmpty()) {
            return ItemOwners.NONE;
        }
        return new ItemOwners() {
            @Override
            public Map<String, Text> ofOthers(boolean withCode) {
                Map<String, Text> ofOthers = new LinkedHashMap<>();
                told(request, schema, "")
                        .forEach(each -> ownerOf(each.item(), sender, withCode, day)
                                .ifPresent(owner -> ofOthers.put(each.path(), owner)));
                return ofOthers;
            }

            @Override
            public Set<String> allOfOthers(boolean withCode) {
                return schema.paths().stream()
                        .filter(path -> schema.at(path)
                                .filter(SchemaTree::isLeaf)
                                .flatMap(item -> ownerOf(item, sender, withCode, day))
                                .isPresent())
                        .collect(Collectors.toSet());
            }
        };
    }

    private Optional<Text> ownerOf(SchemaTree item, String sender, boolean withCode, LocalDate day) {
        return Stream.concat(Stream.of(item), item.children().values().stream())
                .flatMap(each -> each.item().stream())
                .map(DataItem::number)
                .flatMap(number -> suppliers.getOrDefault(number, List.of()).stream())
                .filter(supplier ->
                        supplier.isSourceFor(withCode, day) && !supplier.code().equals(sender))
                .map(Supplier::name)
                .findFirst();
    }

    /** An item that a request sets, or says that there is none of. */
    private record ToldItem(String path, SchemaTree item) {}

    private static Stream<ToldItem> told(Element element, SchemaTree schema, String prefix) {
        Stream.Builder<ToldItem> told = Stream.builder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            SchemaTree known = schema.children().get(String.valueOf(child.getLocalName()));
            if (child instanceof Element below && known != null) {
                String path = prefix + below.getLocalName();
                if (path.equals(CLEAR)) {
                    String cleared = below.getTextContent().strip();
                    schema.at(cleared).ifPresent(item -> told.add(new ToldItem(cleared, item)));
                } else if (known.isLeaf()) {
                    told.add(new ToldItem(path, known));
                } else {
                    told(below, known, path + "/").forEach(told::add);
                }
            }
        }
        return told.build();
    }
}
