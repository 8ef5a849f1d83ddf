package lt.mokiniai.contract.files.form;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;
import lt.mokiniai.kernel.texts.Notice;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.platform.xml.XmlParsers;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** {@code contract.xsd}: checks a contract against it, and tells what it says of a place in a contract. */
public final class ContractSchema {

    private static final String RESOURCE = "/contracts/contract.xsd";
    private static final String CURRENT_ELEMENT = "http://apache.org/xml/properties/dom/current-element-node";
    private static final String MESSAGE_LOCALE = "http://apache.org/xml/properties/locale";
    private static final Schema SCHEMA = schema();
    private static final Element LANGUAGE = language();

    private ContractSchema() {}

    /** Tells of each element that does not conform what is wrong there. */
    public static void check(Element contract, BiConsumer<Element, Notice> problems) {
        Validator validator = SCHEMA.newValidator();
        SchemaFaults faults = new SchemaFaults();
        try {
            validator.setProperty(MESSAGE_LOCALE, Locale.ENGLISH);
            validator.setErrorHandler(new DefaultHandler() {
                @Override
                public void error(SAXParseException e) throws SAXException {
                    Element at = (Element) validator.getProperty(CURRENT_ELEMENT);
                    faults.of(at, String.valueOf(e.getMessage())).ifPresent(notice -> problems.accept(at, notice));
                }
            });
            validator.validate(new DOMSource(contract));
        } catch (SAXException | IOException e) {
            throw new IllegalStateException("a contract that was parsed can be checked", e);
        }
    }

    /**
     * Gives a notice with what belongs into an element of a contract, or into an attribute of it.
     *
     * @param attribute its name; empty for the element itself
     */
    public static Notice explained(Notice notice, Element at, String attribute) {
        return notice.meaning(meaning(at, attribute, "lt"), meaning(at, attribute, "en"));
    }

    private static String meaning(Element at, String attribute, String language) {
        Optional<Element> declared = declaration(at);
        return (attribute.isEmpty() ? declared : declared.flatMap(element -> attributeOf(element, attribute)))
                .flatMap(declaration -> documentation(declaration, language))
                .orElse("contracts/contract.xsd");
    }

    /** Tells what may stand in an element of a contract, in its order: {@code <subject>, <issuer> | <thumbprint>}. */
    static String contentOf(Element at) {
        return declaration(at).flatMap(ContractSchema::typeOf).map(ContractSchema::content).stream()
                .filter(content -> !content.isEmpty())
                .findFirst()
                .orElse("–");
    }

    private static String content(Element model) {
        return children(model)
                .map(part -> switch (part.getLocalName()) {
                    case "element" -> "<" + part.getAttribute("name") + ">";
                    case "any" -> "<ds:Signature>";
                    default -> content(part);
                })
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("choice".equals(model.getLocalName()) ? " | " : ", "));
    }

    /** The names of the attributes that an element of a contract can have. */
    static List<String> attributesOf(Element at) {
        return declaration(at).flatMap(ContractSchema::typeOf).stream()
                .flatMap(type -> all(type, "attribute"))
                .map(attribute -> attribute.getAttribute("name"))
                .toList();
    }

    private static Optional<Element> declaration(Element at) {
        Stream<Element> candidates = at.getParentNode() instanceof Element parent
                ? declaration(parent).flatMap(ContractSchema::typeOf).stream().flatMap(type -> all(type, "element"))
                : children(LANGUAGE, "element");
        return candidates
                .filter(candidate -> candidate.getAttribute("name").equals(at.getLocalName()))
                .findFirst();
    }

    private static Optional<Element> typeOf(Element declaration) {
        return children(LANGUAGE, "complexType")
                .filter(type -> declaration.getAttribute("type").equals("c:" + type.getAttribute("name")))
                .findFirst();
    }

    private static Optional<Element> attributeOf(Element declaration, String name) {
        return typeOf(declaration).stream()
                .flatMap(type -> all(type, "attribute"))
                .filter(attribute -> attribute.getAttribute("name").equals(name))
                .findFirst();
    }

    private static Optional<String> documentation(Element declaration, String language) {
        return children(declaration, "annotation")
                .flatMap(annotation -> children(annotation, "documentation"))
                .filter(text -> language.equals(text.getAttributeNS(XMLConstants.XML_NS_URI, "lang")))
                .map(text -> text.getTextContent().strip().replaceAll("\\.$", ""))
                .findFirst();
    }

    private static Stream<Element> all(Element within, String name) {
        return Elements.all(within, XMLConstants.W3C_XML_SCHEMA_NS_URI, name).stream();
    }

    private static Stream<Element> children(Element parent) {
        return Elements.children(parent).stream();
    }

    private static Stream<Element> children(Element parent, String name) {
        return children(parent).filter(element -> name.equals(element.getLocalName()));
    }

    private static InputStream text() {
        return Objects.requireNonNull(ContractSchema.class.getResourceAsStream(RESOURCE), RESOURCE);
    }

    private static Schema schema() {
        try (InputStream text = text()) {
            return XmlParsers.schemas().newSchema(new StreamSource(text));
        } catch (SAXException | IOException e) {
            throw new IllegalStateException("contract.xsd does not compile", e);
        }
    }

    private static Element language() {
        try (InputStream text = text()) {
            return LinedXml.parse(text).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new IllegalStateException("contract.xsd is not proper XML", e);
        }
    }
}
