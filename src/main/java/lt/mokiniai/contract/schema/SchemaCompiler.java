package lt.mokiniai.contract.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import lt.mokiniai.contract.schema.PublishedOperation.WayOfDelivery;
import lt.mokiniai.contract.schema.SchemaTree.Content;
import lt.mokiniai.contract.schema.SchemaTree.Form;
import org.apache.ws.commons.schema.XmlSchemaAny;
import org.apache.ws.commons.schema.XmlSchemaChoice;
import org.apache.ws.commons.schema.XmlSchemaComplexType;
import org.apache.ws.commons.schema.XmlSchemaElement;
import org.apache.ws.commons.schema.XmlSchemaParticle;
import org.apache.ws.commons.schema.XmlSchemaSequence;
import org.apache.ws.commons.schema.XmlSchemaSimpleType;

/** Compiles an element of a published schema, with what {@code meta.xsd} lets it say of itself. */
final class SchemaCompiler {

    private final boolean mayBeOpen;

    private SchemaCompiler(boolean mayBeOpen) {
        this.mayBeOpen = mayBeOpen;
    }

    /** Compiles a request; where it takes any element, nothing is known of what stands there. */
    static SchemaTree request(XmlSchemaElement element) {
        return new SchemaCompiler(true).compile(element, 1, false);
    }

    /**
     * Compiles an answer.
     *
     * @param edition since which the operation is there
     */
    static SchemaTree answer(XmlSchemaElement element, int edition) {
        return new SchemaCompiler(false).compile(element, edition, false);
    }

    /** Compiles the answer of an operation that no contract grants; another answer may stand in it. */
    static SchemaTree ungrantedAnswer(XmlSchemaElement element, int edition) {
        return new SchemaCompiler(true).compile(element, edition, false);
    }

    /** The kinds of contract under which the operation of a request writes; none where it does not write. */
    static Set<String> writtenUnder(XmlSchemaElement request) {
        return new Metadata(request).writtenUnder();
    }

    /** Tells whether the operation of a request does its work in parts. */
    static boolean isInParts(XmlSchemaElement request) {
        return new Metadata(request).isInParts();
    }

    /** The ways in which the operation of a request delivers, each with its edition. */
    static Map<WayOfDelivery, Integer> deliveries(XmlSchemaElement request) {
        Map<WayOfDelivery, Integer> deliveries = new TreeMap<>();
        new Metadata(request).deliveries().forEach(delivers -> {
            for (String way : delivers.getAttribute("as").split(" ")) {
                deliveries.put(WayOfDelivery.named(way).orElseThrow(), Metadata.edition(delivers));
            }
        });
        return deliveries;
    }

    /**
     * @param atLeast the edition of what the element stands in: it is there no sooner
     * @param isOptional whether what it stands in may be left out of its parent
     */
    private SchemaTree compile(XmlSchemaElement given, int atLeast, boolean isOptional) {
        XmlSchemaElement element = given.isRef() ? given.getRef().getTarget() : given;
        Metadata metadata = new Metadata(element);
        int edition = Math.max(atLeast, metadata.edition().orElse(1));
        Map<String, SchemaTree> children = new LinkedHashMap<>();
        Content content = Content.VALUE;
        String description;
        Codes codes = new Codes(Map.of(), Map.of());
        if (element.getSchemaType() instanceof XmlSchemaComplexType type) {
            XmlSchemaParticle particle = type.getParticle();
            if (particle == null) {
                throw new IllegalStateException("a published schema gives " + element.getName() + " no plain content");
            }
            boolean isOpen = collect(particle, edition, false, children);
            boolean isChoice = particle instanceof XmlSchemaChoice;
            content = isOpen ? Content.OPEN : isChoice ? Content.CHOICE : Content.SEQUENCE;
            description = isChoice ? "choice" : "sequence";
            if (!isCompleteWithout(particle, edition, children)) {
                throw new IllegalStateException("a published schema adds to " + element.getName()
                        + " what must stand there: a message of an earlier edition would not conform");
            }
        } else {
            ValueType type = new ValueType((XmlSchemaSimpleType) element.getSchemaType());
            description = type.description();
            codes = type.codes();
        }
        return new SchemaTree(
                element.getQName(),
                new Form(
                        given.getMaxOccurs() > 1, content, occurrence(given, isOptional) + " " + description, Set.of()),
                metadata.marks(),
                edition,
                codes,
                metadata.documentation(),
                children);
    }

    private static String occurrence(XmlSchemaElement element, boolean isOptional) {
        return (isOptional ? 0 : element.getMinOccurs()) + ".."
                + (element.getMaxOccurs() == Long.MAX_VALUE ? "*" : String.valueOf(element.getMaxOccurs()));
    }

    /** Tells whether any element may stand there. */
    private boolean collect(Object particle, int edition, boolean within, Map<String, SchemaTree> children) {
        boolean isOptional = within || (particle instanceof XmlSchemaParticle part && part.getMinOccurs() == 0);
        if (particle instanceof XmlSchemaSequence sequence) {
            return collect(sequence.getItems(), edition, isOptional, children);
        } else if (particle instanceof XmlSchemaChoice choice) {
            return collectBranches(choice.getItems(), edition, isOptional, children);
        } else if (particle instanceof XmlSchemaElement element) {
            put(compile(element, edition, within), children);
            return false;
        } else if (mayBeOpen && particle instanceof XmlSchemaAny) {
            return true;
        }
        // What the filter cannot compile it cannot narrow: better no start than an open filter.
        throw new IllegalStateException("a published schema holds what the filter cannot compile: " + particle);
    }

    private boolean collect(List<?> particles, int edition, boolean isOptional, Map<String, SchemaTree> children) {
        boolean isOpen = false;
        for (Object particle : particles) {
            isOpen |= collect(particle, edition, isOptional, children);
        }
        return isOpen;
    }

    /** Each branch may hold several elements, and stands instead of all those of the others. */
    private boolean collectBranches(List<?> items, int edition, boolean isOptional, Map<String, SchemaTree> children) {
        boolean isOpen = false;
        List<Map<String, SchemaTree>> branches = new ArrayList<>();
        for (Object item : items) {
            Map<String, SchemaTree> branch = new LinkedHashMap<>();
            isOpen |= collect(item, edition, isOptional, branch);
            branches.add(branch);
        }
        for (Map<String, SchemaTree> branch : branches) {
            Set<String> others = new LinkedHashSet<>();
            branches.stream().filter(other -> other != branch).forEach(other -> others.addAll(other.keySet()));
            branch.values().forEach(child -> {
                Set<String> all = new LinkedHashSet<>(others);
                all.addAll(child.form().insteadOf());
                put(child.insteadOf(all), children);
            });
        }
        return isOpen;
    }

    private static void put(SchemaTree child, Map<String, SchemaTree> children) {
        if (children.put(child.name(), child) != null) {
            throw new IllegalStateException("a published schema declares " + child.name() + " twice in one place");
        }
    }

    /** Tells whether content can be complete without what came after an edition. */
    private static boolean isCompleteWithout(Object particle, int edition, Map<String, SchemaTree> children) {
        if (particle instanceof XmlSchemaParticle optional && optional.getMinOccurs() == 0) {
            return true;
        } else if (particle instanceof XmlSchemaSequence sequence) {
            return sequence.getItems().stream().allMatch(part -> isCompleteWithout(part, edition, children));
        } else if (particle instanceof XmlSchemaChoice choice) {
            return choice.getItems().stream().anyMatch(part -> isCompleteWithout(part, edition, children));
        } else if (particle instanceof XmlSchemaElement element) {
            String name = element.isRef() ? element.getRef().getTarget().getName() : element.getName();
            return Objects.requireNonNull(children.get(name)).edition() <= edition;
        }
        return true;
    }
}
