package lt.mokiniai.contract;

import static lt.mokiniai.contract.ContractDocument.attribute;
import static lt.mokiniai.contract.ContractDocument.child;
import static lt.mokiniai.contract.ContractDocument.children;
import static lt.mokiniai.contract.ContractDocument.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.contract.Contract.Act;
import lt.mokiniai.contract.Contract.Grant;
import lt.mokiniai.contract.Contract.Reach;
import lt.mokiniai.contract.SchemaTree.DataItem;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.Fields;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.Population;
import lt.mokiniai.kernel.Range;
import org.w3c.dom.Element;

/**
 * Reads the grants of one contract: compiles their fields against the published schemas, and refuses what this version
 * does not enforce, for a bound that is read and not kept would be a broken contract.
 */
final class GrantReader {

    private static final List<String> NOT_ENFORCED = List.of("quota", "pseudonym", "visibleAfter");
    private static final List<String> NOT_DELIVERED = List.of("changes", "extract");
    private static final int SUGGESTIONS = 3;

    private final ContractDocument document;
    private final Catalogue catalogue;
    private final List<Act> bases;

    /** @param bases the acts of the legal bases to provide and to receive */
    GrantReader(ContractDocument document, Catalogue catalogue, List<Act> bases) {
        this.document = document;
        this.catalogue = catalogue;
        this.bases = bases;
    }

    /** Reads a grant; empty when its operation is not known. What is wrong goes to the document's problems. */
    Optional<Grant> read(Element grant) {
        refuseWhatIsNotEnforced(grant);
        String service = attribute(grant, "service");
        String version = attribute(grant, "version");
        String operation = attribute(grant, "operation");
        String name = service + "/" + version + "/" + operation;
        Optional<SchemaTree> answer = catalogue.answerOf(name);
        if (answer.isEmpty()) {
            document.problem(
                    grant, "there is no operation " + name, "The nearest are " + nearest(name, catalogue.operations()));
        }
        Optional<Element> requires = child(grant, "requires");
        return answer.map(published -> {
            SchemaTree granted = published.grantedOnly(fields(only(grant, "fields"), published));
            return new Grant(
                    ContractDocument.line(grant),
                    service,
                    version,
                    operation,
                    granted,
                    Fields.of(granted.paths()),
                    population(only(grant, "population")),
                    reach(only(grant, "depth")),
                    largestBatch(only(grant, "delivery")),
                    requires.flatMap(headers -> child(headers, "userId")).isPresent(),
                    requires.flatMap(headers -> child(headers, "issue")).isPresent(),
                    values(grant, "restriction"));
        });
    }

    private void refuseWhatIsNotEnforced(Element grant) {
        NOT_ENFORCED.forEach(name -> child(grant, name).ifPresent(this::notEnforced));
        child(grant, "absence")
                .filter(absence -> "reasons".equals(attribute(absence, "shownAs")))
                .ifPresent(this::notEnforced);
        NOT_DELIVERED.forEach(name -> child(only(grant, "delivery"), name).ifPresent(this::notEnforced));
    }

    private void notEnforced(Element element) {
        document.problem(
                element,
                element.getLocalName() + " is not enforced by this version",
                "Take <" + element.getLocalName() + "> out; a version that enforces it will take the contract");
    }

    private Set<String> fields(Element fields, SchemaTree answer) {
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
                Set<String> items = below(path, answer);
                SchemaTree within = answer.at(path).orElseThrow();
                children(group, "except").forEach(except -> {
                    String excepted = attribute(except, "path");
                    if (isKnown(except, excepted, within, path)) {
                        items.remove(path + "/" + excepted);
                        items.removeAll(below(path + "/" + excepted, answer));
                    }
                });
                granted.addAll(items);
            }
        });
        refuseSpecialWithoutBasis(fields, granted, answer);
        return granted;
    }

    private boolean isKnown(Element at, String path, SchemaTree within, String where) {
        if (within.at(path).isPresent()) {
            return true;
        }
        document.problem(
                at, "there is no " + path + " in " + where, "The nearest paths are " + nearest(path, within.paths()));
        return false;
    }

    private boolean isValue(Element item, String path, SchemaTree answer) {
        if (answer.grantable().contains(path)) {
            return true;
        }
        boolean isGroup = !answer.at(path).map(SchemaTree::isLeaf).orElse(true);
        document.problem(
                item,
                isGroup ? path + " is a group" : path + " is in every answer and cannot be granted",
                isGroup ? "Write <group path=\"" + path + "\"/>, or name the items that are meant" : "Take it out");
        return false;
    }

    private boolean isGroup(Element group, String path, SchemaTree answer) {
        if (!below(path, answer).isEmpty()) {
            return true;
        }
        document.problem(group, path + " is not a group", "Write <item path=\"" + path + "\"/>");
        return false;
    }

    private static Set<String> below(String path, SchemaTree answer) {
        return answer.grantable().stream()
                .filter(item -> item.startsWith(path + "/"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void refuseSpecialWithoutBasis(Element fields, Set<String> granted, SchemaTree answer) {
        String numbers = granted.stream()
                .flatMap(path -> answer.at(path).flatMap(SchemaTree::item).stream())
                .filter(DataItem::isSpecial)
                .map(DataItem::number)
                .filter(number -> bases.stream().noneMatch(act -> act.names(number)))
                .distinct()
                .collect(Collectors.joining(" "));
        if (!numbers.isEmpty()) {
            document.problem(
                    fields,
                    "no legal basis names the items of a special category " + numbers,
                    "Name them at the act of a legal basis that allows them, <act items=\"" + numbers
                            + "\">, or leave them out");
        }
    }

    private Population population(Element population) {
        if (population.getElementsByTagNameNS("*", "*").getLength() == 0) {
            document.problem(population, "<population> says nothing", "Write <everyone/> or at least one criterion");
        }
        children(population, "institution")
                .filter(institution -> !InstitutionCode.isValid(text(institution)))
                .forEach(institution -> document.problem(
                        institution,
                        "<institution> has a wrong check digit",
                        "Write an institution code of 9 digits whose last digit is its check digit"));
        return new Population(
                values(population, "municipality"),
                values(population, "institution"),
                values(population, "founderKind"),
                values(population, "programmeFamily"),
                child(population, "level").flatMap(this::range),
                child(population, "age").flatMap(this::range),
                child(population, "enrolled")
                        .map(enrolled -> Set.of("true", "1").contains(text(enrolled))),
                values(population, "citizenship"));
    }

    private Optional<Range> range(Element range) {
        int from = Integer.parseInt(attribute(range, "from"));
        int to = Integer.parseInt(attribute(range, "to"));
        if (to < from) {
            document.problem(
                    range, "<" + range.getLocalName() + "> ends before it begins", "Write from and to in this order");
            return Optional.empty();
        }
        return Optional.of(new Range(from, to));
    }

    private static Reach reach(Element depth) {
        return new Reach(
                child(depth, "since").map(since -> Dates.parseDate(text(since))),
                child(depth, "years").map(years -> Integer.valueOf(text(years))));
    }

    private int largestBatch(Element delivery) {
        if (delivery.getElementsByTagNameNS("*", "*").getLength() == 0) {
            document.problem(delivery, "<delivery> says nothing", "Write <single/>, <batch largest=\"…\"/> or both");
        }
        return child(delivery, "batch")
                .map(batch -> Integer.parseInt(attribute(batch, "largest")))
                .orElse(1);
    }

    private static Element only(Element parent, String name) {
        return child(parent, name).orElseThrow();
    }

    private static Set<String> values(Element parent, String name) {
        return children(parent, name).map(ContractDocument::text).collect(Collectors.toSet());
    }

    private static String nearest(String wanted, Collection<String> known) {
        Stream<String> nearest = known.stream()
                .sorted(Comparator.comparingInt(candidate -> distance(wanted, candidate)))
                .limit(SUGGESTIONS);
        return nearest.collect(Collectors.joining(", "));
    }

    /** Levenshtein's distance: how many letters must change. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + change);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
