package lt.mokiniai.contract.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import lt.mokiniai.contract.schema.Marks.Identification;
import lt.mokiniai.kernel.texts.Text;

/**
 * An element of a message with all that can stand in it, as the published schema says. A contract grants the elements
 * that carry a data item; the others give the message its structure and are in every grant.
 *
 * @param qname its name
 * @param form how often it may stand there, and what it holds
 * @param marks what it is marked with
 * @param edition since which edition it is there
 * @param codes the values of an enumeration
 * @param text what it is
 * @param children the elements within, by name, in the schema's order
 */
public record SchemaTree(
        QName qname, Form form, Marks marks, int edition, Codes codes, Text text, Map<String, SchemaTree> children) {

    /** What an element holds. */
    public enum Content {
        /** A value. */
        VALUE,
        /** Elements in their order. */
        SEQUENCE,
        /** One of several elements, and no more than one. */
        CHOICE,
        /** An element that the schema does not name, such as a request within a request. */
        OPEN
    }

    /**
     * How often an element may stand there, and what it holds.
     *
     * @param isList whether it may stand there several times
     * @param content what it holds
     * @param description the same as a text that changes when either does
     * @param insteadOf the elements beside it that cannot stand there with it: the other branches of a choice
     */
    public record Form(boolean isList, Content content, String description, Set<String> insteadOf) {

        /** Keeps its own copy, in order. */
        public Form {
            insteadOf = Collections.unmodifiableSet(new LinkedHashSet<>(insteadOf));
        }

        /** Tells whether it may be left out where its parent stands, other than for what may stand instead. */
        public boolean isOptional() {
            return description.startsWith("0..");
        }

        /** The type of its value with its facets. */
        public String type() {
            return description.substring(description.indexOf(' ') + 1);
        }
    }

    /** Keeps its own copy of the children, in order. */
    public SchemaTree {
        children = Collections.unmodifiableMap(new LinkedHashMap<>(children));
    }

    /** A data item of the register's regulations (docs/register.md, 'Data items'). */
    public record DataItem(String number, String sensitivity) {

        /** Tells whether it is of a special category. */
        public boolean isSpecial() {
            return "special".equals(sensitivity);
        }
    }

    /** The data item that it carries, or in a request asks about. */
    public Optional<DataItem> item() {
        return marks.item();
    }

    /** Its local name. */
    public String name() {
        return qname.getLocalPart();
    }

    /** The namespace of its name. */
    public String namespace() {
        return qname.getNamespaceURI();
    }

    /** Tells whether it may stand there several times. */
    public boolean isList() {
        return form.isList();
    }

    /** Tells whether it holds a value rather than elements. */
    public boolean isLeaf() {
        return form.content() == Content.VALUE;
    }

    /** Tells whether it holds one of the elements within, and no more than one. */
    public boolean isChoice() {
        return form.content() == Content.CHOICE;
    }

    /** Tells whether it holds an element that the schema does not name. */
    public boolean isOpen() {
        return form.content() == Content.OPEN;
    }

    /** Tells whether its value is a date or a time. */
    public boolean isDateOrTime() {
        return isLeaf()
                && (form.description().endsWith(" date") || form.description().endsWith(" dateTime"));
    }

    /** Tells whether its value says by itself who a person is. */
    public boolean identifies() {
        return marks.identification() == Identification.DIRECT;
    }

    /** Tells whether its value may say who a person is, together with other data. */
    public boolean identifiesIndirectly() {
        return marks.identification() == Identification.INDIRECT;
    }

    /** Gives the element of a name that the schema lets stand directly within this one. */
    public SchemaTree child(String childName) {
        return Objects.requireNonNull(children.get(childName));
    }

    /** Gives the element at a path below this one. */
    public Optional<SchemaTree> at(String path) {
        SchemaTree found = this;
        for (String step : path.split("/")) {
            SchemaTree next = found.children.get(step);
            if (next == null) {
                return Optional.empty();
            }
            found = next;
        }
        return Optional.of(found);
    }

    /** The paths of all elements below this one, parents first. */
    public List<String> paths() {
        List<String> paths = new ArrayList<>();
        children.forEach((step, child) -> {
            paths.add(step);
            child.paths().forEach(below -> paths.add(step + "/" + below));
        });
        return paths;
    }

    /**
     * The paths of the elements below this one that a contract can grant: those that carry a data item, and hold none that
     * does. In a request it is what may be asked by, or what may be set.
     */
    public List<String> grantable() {
        List<String> paths = new ArrayList<>();
        children.forEach((step, child) -> {
            List<String> within = child.grantable();
            within.forEach(below -> paths.add(step + "/" + below));
            if (within.isEmpty() && child.item().isPresent()) {
                paths.add(step);
            }
        });
        return paths;
    }

    /** Gives the same element as one branch of a choice. */
    SchemaTree insteadOf(Set<String> others) {
        return new SchemaTree(
                qname,
                new Form(form.isList(), form.content(), form.description(), others),
                marks,
                edition,
                codes,
                text,
                children);
    }

    /** Gives the tree that holds what is granted, what leads to it, and the structure of the message. */
    public SchemaTree grantedOnly(Set<String> granted) {
        return grantedOnly("", granted);
    }

    /**
     * Tells what a message must hold, and a part of its tree does not: paths of elements, and for a choice of which no
     * branch is left, its branches with commas between them.
     */
    public Set<String> missingIn(SchemaTree part) {
        Set<String> missing = new LinkedHashSet<>();
        children.forEach((step, child) -> {
            if (child.form().isOptional()) {
                return;
            }
            Set<String> branches = new LinkedHashSet<>(List.of(step));
            branches.addAll(child.form().insteadOf());
            SchemaTree kept = part.children.get(step);
            if (branches.stream().noneMatch(part.children::containsKey)) {
                missing.add(
                        children.keySet().stream().filter(branches::contains).collect(Collectors.joining(", ")));
            } else if (kept != null && branches.size() == 1) {
                child.missingIn(kept).forEach(below -> missing.add(within(step, below)));
            }
        });
        return missing;
    }

    private static String within(String step, String branches) {
        return step + "/" + branches.replace(", ", ", " + step + "/");
    }

    /** Gives the tree without the elements of a name, wherever they stand. */
    public SchemaTree without(String element) {
        return without(child -> child.name().equals(element));
    }

    /** Gives the tree without what only contracts that may write give. */
    SchemaTree forReaders() {
        return without(child -> child.marks.isForWriters());
    }

    private SchemaTree without(Predicate<SchemaTree> left) {
        Map<String, SchemaTree> kept = new LinkedHashMap<>();
        children.forEach((step, child) -> {
            if (!left.test(child)) {
                kept.put(step, child.without(left));
            }
        });
        return holding(codes, kept);
    }

    /** Gives the tree as it was in an edition: without the elements and values that came later. */
    SchemaTree in(int asked) {
        Map<String, SchemaTree> kept = new LinkedHashMap<>();
        children.forEach((step, child) -> {
            if (child.edition <= asked) {
                kept.put(step, child.in(asked));
            }
        });
        return holding(codes.in(asked), kept);
    }

    /** The newest edition in which something came to it. */
    int newest() {
        return Stream.concat(
                        Stream.concat(Stream.of(edition), codes.editions().values().stream()),
                        children.values().stream().map(SchemaTree::newest))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private SchemaTree holding(Codes values, Map<String, SchemaTree> elements) {
        return new SchemaTree(qname, form, marks, edition, values, text, elements);
    }

    private SchemaTree grantedOnly(String prefix, Set<String> granted) {
        Map<String, SchemaTree> kept = new LinkedHashMap<>();
        children.forEach((step, child) -> {
            String path = prefix + step;
            if (child.isIn(path, granted)) {
                kept.put(step, child.grantedOnly(path + "/", granted));
            }
        });
        return holding(codes, kept);
    }

    private boolean isIn(String path, Set<String> granted) {
        if (item().isEmpty() || granted.contains(path)) {
            return true;
        }
        String within = path + "/";
        return granted.stream().anyMatch(item -> item.startsWith(within));
    }
}
