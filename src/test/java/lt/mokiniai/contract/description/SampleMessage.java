package lt.mokiniai.contract.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.ws.commons.schema.XmlSchemaAny;
import org.apache.ws.commons.schema.XmlSchemaChoice;
import org.apache.ws.commons.schema.XmlSchemaChoiceMember;
import org.apache.ws.commons.schema.XmlSchemaComplexType;
import org.apache.ws.commons.schema.XmlSchemaElement;
import org.apache.ws.commons.schema.XmlSchemaEnumerationFacet;
import org.apache.ws.commons.schema.XmlSchemaFacet;
import org.apache.ws.commons.schema.XmlSchemaGroupParticle;
import org.apache.ws.commons.schema.XmlSchemaMaxInclusiveFacet;
import org.apache.ws.commons.schema.XmlSchemaMinInclusiveFacet;
import org.apache.ws.commons.schema.XmlSchemaParticle;
import org.apache.ws.commons.schema.XmlSchemaPatternFacet;
import org.apache.ws.commons.schema.XmlSchemaSequence;
import org.apache.ws.commons.schema.XmlSchemaSequenceMember;
import org.apache.ws.commons.schema.XmlSchemaSimpleType;
import org.apache.ws.commons.schema.XmlSchemaSimpleTypeRestriction;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Makes messages of a schema by chance. */
final class SampleMessage {

    private static final Map<String, List<String>> VALUES = Map.of(
            "string", List.of("Ąžuolas", "1a-2b", "x y z"),
            "token", List.of("1a-2b", " 59403149013 "),
            "int", List.of("7", "10", "1"),
            "boolean", List.of("true", "false"),
            "date", List.of("2012-02-29", "2026-09-01"),
            "dateTime", List.of("2026-09-01T08:00:00Z", "2026-09-01T08:00:00.5+03:00"));

    /** One or more for every pattern in the schemas. */
    private static final List<String> PATTERNED = List.of(
            "59403149013",
            "190000015",
            "0123456789ABCDEF",
            "LT",
            "A-17",
            "BC",
            "+370 600 00000",
            "MR-101",
            "abc_DEF-1",
            "0123456789ABCDEFGHJKMNPQRS",
            "true");

    private final Random random;
    private final boolean isFull;

    private SampleMessage(Random random, boolean isFull) {
        this.random = random;
        this.isFull = isFull;
    }

    /** A message with every optional element, and two of each that may repeat. */
    static Element full(MessageSchema schema, Random random) {
        return new SampleMessage(random, true).message(schema);
    }

    /** A message with optional elements by chance. */
    static Element any(MessageSchema schema, Random random) {
        return new SampleMessage(random, false).message(schema);
    }

    static List<XmlSchemaParticle> particles(XmlSchemaGroupParticle group) {
        List<XmlSchemaParticle> particles = new ArrayList<>();
        if (group instanceof XmlSchemaSequence sequence) {
            for (XmlSchemaSequenceMember member : sequence.getItems()) {
                particles.add((XmlSchemaParticle) member);
            }
        } else if (group instanceof XmlSchemaChoice choice) {
            for (XmlSchemaChoiceMember member : choice.getItems()) {
                particles.add((XmlSchemaParticle) member);
            }
        }
        return particles;
    }

    private Element message(MessageSchema schema) {
        Document document = Documents.empty();
        element(document, schema.root());
        return document.getDocumentElement();
    }

    private void particle(Node parent, XmlSchemaParticle particle) {
        boolean isLeftOut = particle.getMinOccurs() == 0 && !isFull && random.nextBoolean();
        int times = isLeftOut ? 0 : particle.getMaxOccurs() > 1 ? 2 : 1;
        for (int i = 0; i < times; i++) {
            if (particle instanceof XmlSchemaElement element) {
                element(parent, element.isRef() ? element.getRef().getTarget() : element);
            } else if (particle instanceof XmlSchemaChoice choice) {
                List<XmlSchemaParticle> ways = particles(choice);
                particle(parent, ways.get(random.nextInt(ways.size())));
            } else if (particle instanceof XmlSchemaSequence sequence) {
                particles(sequence).forEach(member -> particle(parent, member));
            } else if (particle instanceof XmlSchemaAny) {
                parent.appendChild(parent.getOwnerDocument().createElementNS("urn:foreign", "anything"));
            }
        }
    }

    private void element(Node parent, XmlSchemaElement schema) {
        Document document = parent instanceof Document itself ? itself : parent.getOwnerDocument();
        Element element = document.createElementNS(schema.getQName().getNamespaceURI(), schema.getName());
        parent.appendChild(element);
        if (schema.getSchemaType() instanceof XmlSchemaComplexType type) {
            particle(element, type.getParticle());
        } else {
            element.setTextContent(value((XmlSchemaSimpleType) schema.getSchemaType()));
        }
    }

    private String value(XmlSchemaSimpleType type) {
        List<String> values = VALUES.getOrDefault(String.valueOf(type.getName()), List.of());
        if (values.isEmpty() && type.getContent() instanceof XmlSchemaSimpleTypeRestriction restriction) {
            values = within(restriction);
        }
        if (values.isEmpty()) {
            throw new AssertionError("the test knows no value of " + type.getName());
        }
        return values.get(random.nextInt(values.size()));
    }

    private static List<String> within(XmlSchemaSimpleTypeRestriction restriction) {
        List<String> enumerated = new ArrayList<>();
        List<String> numbers = new ArrayList<>(
                VALUES.getOrDefault(restriction.getBaseTypeName().getLocalPart(), List.of()));
        for (XmlSchemaFacet facet : restriction.getFacets()) {
            String value = facet.getValue().toString();
            if (facet instanceof XmlSchemaEnumerationFacet) {
                enumerated.add(value);
            } else if (facet instanceof XmlSchemaPatternFacet) {
                return PATTERNED.stream().filter(each -> each.matches(value)).toList();
            } else if (facet instanceof XmlSchemaMinInclusiveFacet) {
                numbers.removeIf(number -> Integer.parseInt(number) < Integer.parseInt(value));
                numbers.add(value);
            } else if (facet instanceof XmlSchemaMaxInclusiveFacet) {
                numbers.removeIf(number -> Integer.parseInt(number) > Integer.parseInt(value));
            }
        }
        return enumerated.isEmpty() ? numbers : enumerated;
    }
}
