package lt.mokiniai.contract.description;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import lt.mokiniai.platform.xml.Elements;
import org.w3c.dom.Element;

/**
 * Narrows the declaration of one message in place: afterwards it describes exactly those messages that it described
 * before and in which nothing stands that is not allowed.
 *
 * <p>A type that data items stand in is described anew for each operation, under a name with the operation's before it,
 * even when all of it is allowed: a contract that later allows more leaves the names in a client's code as they are.
 */
final class MessageNarrowing {

    /** What is left of a part of a content model. */
    private enum Rest {
        /** Something stands there, or may. */
        STAYS,
        /** Nothing stands there, and the message is complete without it. */
        GONE,
        /** What has to stand there may not. */
        IMPOSSIBLE
    }

    private static final String META = "http://mokiniai.lt/meta/v1";
    private static final Set<String> NOT_CONTENT = Set.of("annotation", "attribute", "attributeGroup", "anyAttribute");

    private final SchemaSet schemas;
    private final String operation;
    private final Predicate<String> allowed;

    MessageNarrowing(SchemaSet schemas, String operation, Predicate<String> allowed) {
        this.schemas = schemas;
        this.operation = operation;
        this.allowed = allowed;
    }

    /** @throws IllegalArgumentException when an element that every such message has is not allowed */
    void narrow(Component message) {
        if (narrow(schemas.get(message), "") == Rest.IMPOSSIBLE) {
            throw new IllegalArgumentException(
                    "no %s can be made of what is allowed: allow what it requires, or leave out %s"
                            .formatted(message.name(), operation));
        }
    }

    private Rest narrow(Element element, String below) {
        Optional<Element> named = namedType(element);
        Optional<Element> type = named.or(
                () -> Elements.children(element, "complexType").stream().findFirst());
        if (type.isEmpty()) {
            return Rest.STAYS;
        }
        Element narrowed = named.isPresent() ? (Element) named.get().cloneNode(true) : type.get();
        Rest rest = content(narrowed, below);
        if (rest == Rest.IMPOSSIBLE || (rest == Rest.GONE && isOptional(element))) {
            return without(element);
        }
        named.ifPresent(original -> setType(element, original, narrowed));
        return Rest.STAYS;
    }

    private Rest content(Element type, String below) {
        List<Element> particles = particles(type);
        return particles.isEmpty() ? Rest.STAYS : particle(particles.get(0), below);
    }

    private Rest particle(Element particle, String below) {
        return switch (particle.getLocalName()) {
            case "element" -> element(particle, below);
            case "sequence" -> sequence(particle, below);
            case "choice" -> choice(particle, below);
            case "any" -> Rest.STAYS;
            default ->
                throw new IllegalStateException(
                        "a published schema holds what cannot be narrowed: " + particle.getLocalName());
        };
    }

    private Rest element(Element element, String below) {
        Element declaration = element.hasAttribute("ref")
                ? schemas.get(Component.named(Component.ELEMENT, element.getAttribute("ref"), element))
                : element;
        String path = below + declaration.getAttribute("name");
        if (!allowed.test(path)) {
            return without(element);
        }
        if (!declaration.isSameNode(element) && isComplex(declaration)) {
            // Others may refer to it as well, and it has but one name.
            throw new IllegalStateException("a published schema refers to a group that cannot be narrowed: " + path);
        }
        return narrow(element, path + "/");
    }

    private Rest sequence(Element sequence, String below) {
        List<Element> particles = particles(sequence);
        for (Element particle : particles) {
            Rest rest = particle(particle, below);
            if (rest == Rest.IMPOSSIBLE) {
                return without(sequence);
            }
            if (rest == Rest.GONE) {
                sequence.removeChild(particle);
            }
        }
        return particles.isEmpty() || !particles(sequence).isEmpty() ? Rest.STAYS : Rest.GONE;
    }

    private Rest choice(Element choice, String below) {
        for (Element particle : particles(choice)) {
            Rest rest = particle(particle, below);
            if (rest != Rest.STAYS) {
                choice.removeChild(particle);
            }
            if (rest == Rest.GONE) {
                // One could choose it and leave it out: one still can choose nothing.
                choice.setAttribute("minOccurs", "0");
            }
        }
        return particles(choice).isEmpty() ? without(choice) : Rest.STAYS;
    }

    private void setType(Element element, Element original, Element narrowed) {
        if (narrowed.isEqualNode(original) && !holdsItems(original)) {
            return;
        }
        String type = element.getAttribute(Component.TYPE);
        Component published = Component.named(Component.TYPE, type, element);
        String prefix = type.substring(0, type.indexOf(':') + 1);
        String first = operation.substring(0, 1).toUpperCase(Locale.ROOT) + operation.substring(1) + published.name();
        String name = first;
        for (int number = 2; !isDeclaredAs(name, published, original, narrowed); number++) {
            name = first + number;
        }
        element.setAttribute(Component.TYPE, prefix + name);
    }

    /** Declares a type under a name; false when the name is another's. */
    private boolean isDeclaredAs(String name, Component published, Element original, Element narrowed) {
        narrowed.setAttribute("name", name);
        Component variant = new Component(Component.TYPE, published.namespace(), name);
        Optional<Element> declared = schemas.find(variant);
        if (declared.isEmpty()) {
            schemas.add(variant, narrowed, original);
        }
        return declared.isEmpty() || declared.get().isEqualNode(narrowed);
    }

    private Optional<Element> namedType(Element element) {
        if (!element.hasAttribute(Component.TYPE)) {
            return Optional.empty();
        }
        Component type = Component.named(Component.TYPE, element.getAttribute(Component.TYPE), element);
        return type.isBuiltIn()
                ? Optional.empty()
                : Optional.of(schemas.get(type)).filter(declared -> "complexType".equals(declared.getLocalName()));
    }

    private boolean isComplex(Element declaration) {
        return namedType(declaration).isPresent()
                || !Elements.children(declaration, "complexType").isEmpty();
    }

    private static boolean holdsItems(Element type) {
        return type.getElementsByTagNameNS(META, "item").getLength() > 0;
    }

    private static Rest without(Element particle) {
        return isOptional(particle) ? Rest.GONE : Rest.IMPOSSIBLE;
    }

    private static boolean isOptional(Element particle) {
        return "0".equals(particle.getAttribute("minOccurs"));
    }

    private static List<Element> particles(Element parent) {
        return Elements.children(parent).stream()
                .filter(child -> !NOT_CONTENT.contains(child.getLocalName()))
                .toList();
    }
}
