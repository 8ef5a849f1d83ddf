package lt.mokiniai.contract.description;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lt.mokiniai.platform.xml.Elements;
import org.w3c.dom.Element;

/** The schemas of one service, as documents that may be changed: each after those that it imports. */
final class SchemaSet {

    private static final String EDITION = "edition";

    private final Map<URI, Element> schemas = new LinkedHashMap<>();
    private final Map<Component, Element> declared = new LinkedHashMap<>();

    /** Reads the schemas that a document imports, and those that they import. */
    static SchemaSet importedBy(Element document, URI base) {
        SchemaSet set = new SchemaSet();
        set.addImports(document, base, new HashSet<>());
        return set;
    }

    private void addImports(Element document, URI base, Set<URI> begun) {
        for (Element reference : Elements.within(document, "import")) {
            URI location = base.resolve(reference.getAttribute("schemaLocation"));
            if (begun.add(location)) {
                Element schema = PublishedXml.read(location);
                addImports(schema, location, begun);
                schemas.put(location, schema);
                String namespace = schema.getAttribute("targetNamespace");
                Elements.children(schema)
                        .forEach(child -> Component.declaredBy(child, namespace)
                                .ifPresent(component -> declared.put(component, child)));
            }
        }
    }

    /** Leaves the elements, values of enumerations and ways of delivery that there were in an edition of the data items. */
    void retainEdition(int edition) {
        for (Element schema : schemas.values()) {
            Predicate<Element> isLater = mark -> Integer.parseInt(mark.getAttribute(EDITION)) > edition;
            Elements.within(schema, "delivers").stream().filter(isLater).forEach(PublishedXml::remove);
            Stream.of("element", "enumeration")
                    .flatMap(kind -> Elements.within(schema, kind).stream())
                    .filter(part -> !part.getParentNode().isSameNode(schema))
                    .filter(part -> marks(part).anyMatch(isLater))
                    .toList()
                    .forEach(PublishedXml::remove);
        }
    }

    /** What a part of a schema says of the edition that it came with. */
    private static Stream<Element> marks(Element part) {
        return Elements.children(part, "annotation").stream()
                .flatMap(annotation -> Elements.children(annotation, "appinfo").stream())
                .flatMap(info -> Elements.children(info).stream())
                .filter(mark -> mark.hasAttribute(EDITION));
    }

    Optional<Element> find(Component component) {
        return Optional.ofNullable(declared.get(component));
    }

    /** @throws IllegalStateException when the published schemas are broken */
    Element get(Component component) {
        return find(component)
                .orElseThrow(() -> new IllegalStateException("the published schemas do not declare " + component));
    }

    /** Declares a variant of a component, under its own name, before that component. */
    void add(Component variant, Element declaration, Element original) {
        original.getParentNode().insertBefore(declaration, original);
        declared.put(variant, declaration);
    }

    /**
     * Leaves what these components need, and gives the schemas that hold it, ready to stand in one WSDL: they import
     * each other by namespace alone (WSDL 1.1, section 2.7; WS-I Basic Profile 1.1, R2004 and R2010).
     */
    List<Element> narrowedTo(Collection<Component> roots) {
        Set<Component> used = closure(roots);
        declared.forEach((component, declaration) -> {
            if (!used.contains(component)) {
                PublishedXml.remove(declaration);
            }
        });
        for (Element schema : schemas.values()) {
            Set<String> namespaces = new HashSet<>();
            Component.referredToBy(schema).forEach(component -> namespaces.add(component.namespace()));
            for (Element reference : Elements.children(schema, "import")) {
                reference.removeAttribute("schemaLocation");
                if (!namespaces.contains(reference.getAttribute("namespace"))) {
                    PublishedXml.remove(reference);
                }
            }
        }
        return schemas.values().stream().filter(SchemaSet::declaresAnything).toList();
    }

    private Set<Component> closure(Collection<Component> roots) {
        Set<Component> used = new LinkedHashSet<>(roots);
        Deque<Component> open = new ArrayDeque<>(used);
        while (!open.isEmpty()) {
            for (Component component : Component.referredToBy(get(open.remove()))) {
                if (!component.isBuiltIn() && used.add(component)) {
                    open.add(component);
                }
            }
        }
        return used;
    }

    private static boolean declaresAnything(Element schema) {
        return Elements.children(schema).stream().anyMatch(child -> child.hasAttribute("name"));
    }
}
