package lt.mokiniai.contract.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import org.apache.ws.commons.schema.XmlSchemaEnumerationFacet;
import org.apache.ws.commons.schema.XmlSchemaFacet;
import org.apache.ws.commons.schema.XmlSchemaSimpleType;
import org.apache.ws.commons.schema.XmlSchemaSimpleTypeRestriction;
import org.apache.ws.commons.schema.XmlSchemaType;

/** A simple type of a published schema: its facets as a text that changes when they do, and its enumerated values. */
record ValueType(XmlSchemaSimpleType type) {

    /** Gives {@code string MaxLength 200, MinLength 1}: the type of XML Schema and the facets, but for enumerations. */
    String description() {
        if (isBuiltIn(type)) {
            return type.getName();
        }
        String facets = facets().stream()
                .filter(facet -> !(facet instanceof XmlSchemaEnumerationFacet))
                .map(facet -> nameOf(facet) + " " + facet.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
        return (restriction().getBaseTypeName().getLocalPart() + " " + facets).strip();
    }

    Codes codes() {
        Map<String, Integer> editions = new LinkedHashMap<>();
        Map<String, String> earlier = new TreeMap<>();
        if (!isBuiltIn(type)) {
            for (XmlSchemaFacet facet : facets()) {
                if (facet instanceof XmlSchemaEnumerationFacet) {
                    Metadata metadata = new Metadata(facet);
                    String value = String.valueOf(facet.getValue());
                    editions.put(value, metadata.edition().orElse(1));
                    metadata.earlier().ifPresent(code -> earlier.put(value, code));
                }
            }
        }
        editions.forEach((value, edition) -> {
            // Else an answer under an earlier contract would hold what its party does not know, or nothing.
            if (edition > 1 && editions.getOrDefault(earlier.getOrDefault(value, ""), edition) >= edition) {
                throw new IllegalStateException("a published schema adds the value " + value + " to " + type.getName()
                        + " and does not say which value stands for it in earlier editions");
            }
        });
        return new Codes(editions, earlier);
    }

    private List<XmlSchemaFacet> facets() {
        return restriction().getFacets();
    }

    private XmlSchemaSimpleTypeRestriction restriction() {
        if (type.getContent() instanceof XmlSchemaSimpleTypeRestriction restriction
                && XMLConstants.W3C_XML_SCHEMA_NS_URI.equals(
                        restriction.getBaseTypeName().getNamespaceURI())) {
            return restriction;
        }
        throw new IllegalStateException(
                "a published schema gives " + type.getName() + " values that are not those of a type of XML Schema");
    }

    private static boolean isBuiltIn(XmlSchemaType type) {
        return type.getQName() != null
                && XMLConstants.W3C_XML_SCHEMA_NS_URI.equals(type.getQName().getNamespaceURI());
    }

    private static String nameOf(XmlSchemaFacet facet) {
        return facet.getClass().getSimpleName().replaceAll("^XmlSchema|Facet$", "");
    }
}
