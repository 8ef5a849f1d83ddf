package lt.mokiniai.contractfile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import lt.mokiniai.contractfile.BrokenContracts.Problem;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * One contract file as XML: parsed without DTD and entities, its lines kept, checked against {@code contract.xsd}. It
 * collects what is wrong with the file. No value is repeated in a problem: the line shows it.
 */
final class ContractDocument {

    private static final String SCHEMA_RESOURCE = "/contracts/contract.xsd";
    private static final String CURRENT_ELEMENT = "http://apache.org/xml/properties/dom/current-element-node";
    private static final String MESSAGE_LOCALE = "http://apache.org/xml/properties/locale";
    private static final String SEE_SCHEMA = "See contracts/contract.xsd";
    private static final Pattern RULE = Pattern.compile("(?s)((?:cvc|s4s|src)-[a-zA-Z0-9.\\-]+): (.*)");
    private static final Pattern WRONG_ELEMENT =
            Pattern.compile("Invalid content was found starting with element '([^']+)'\\. (.*)");
    private static final Pattern MISSING_ELEMENT =
            Pattern.compile("The content of element '([^']+)' is not complete\\. (.*)");
    private static final Pattern EXPECTED = Pattern.compile("One of '([^']+)' is expected");
    private static final Pattern ATTRIBUTE = Pattern.compile("[aA]ttribute '([^']+)'");
    /** These only say why a value is wrong; the rule that names the element or attribute follows at once. */
    private static final Pattern DETAIL =
            Pattern.compile("cvc-(pattern|enumeration|datatype|min|max|length|fraction|total).*");

    private static final Schema SCHEMA = schema();
    private static final Map<String, String> DOCUMENTATION = documentation();

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final @Nullable Element root;

    private ContractDocument(String file, byte[] bytes) {
        this.file = file;
        Element parsed = null;
        try {
            parsed = LinedXml.parse(new ByteArrayInputStream(bytes)).getDocumentElement();
            validate(parsed);
        } catch (SAXParseException e) {
            boolean hasDtd = String.valueOf(e.getMessage()).startsWith("DOCTYPE");
            problems.add(new Problem(
                    file,
                    e.getLineNumber(),
                    hasDtd ? "the file has a DTD" : "this is not proper XML: " + withoutDot(e.getMessage()),
                    hasDtd ? "Take <!DOCTYPE …> out" : "Write well-formed XML without a DTD"));
        } catch (SAXException | IOException e) {
            problems.add(new Problem(file, 1, "this is not proper XML", "Write well-formed XML without a DTD"));
        }
        this.root = parsed;
    }

    /** Reads a file's bytes. */
    static ContractDocument of(String file, byte[] bytes) {
        return new ContractDocument(file, bytes);
    }

    /** Whether the schema holds, so that the content can be read. */
    boolean isValid() {
        return problems.isEmpty();
    }

    /** The contract's element. */
    Element root() {
        return Objects.requireNonNull(root);
    }

    /** The file's name. */
    String file() {
        return file;
    }

    /** What was found to be wrong so far, in the order of lines. */
    List<Problem> problems() {
        return problems.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }

    /** Notes what is wrong at an element, and what would be right. */
    void problem(Node at, String what, String remedy) {
        problem(line(at), what, remedy);
    }

    /** Notes what is wrong at a line, and what would be right. */
    void problem(int line, String what, String remedy) {
        problems.add(new Problem(file, line, what, remedy));
    }

    /** The line of an element's start tag. */
    static int line(Node element) {
        return LinedXml.line(element);
    }

    /** The child elements, in order. */
    static Stream<Element> children(Element parent) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    /** The child elements of this name, in order. */
    static Stream<Element> children(Element parent, String name) {
        return children(parent).filter(element -> name.equals(element.getLocalName()));
    }

    /** The first child element of this name. */
    static Optional<Element> child(Element parent, String name) {
        return children(parent, name).findFirst();
    }

    /** The one child element that the schema puts there. */
    static Element only(Element parent, String name) {
        return child(parent, name).orElseThrow();
    }

    /** The texts of the child elements of this name. */
    static Set<String> values(Element parent, String name) {
        return children(parent, name).map(ContractDocument::text).collect(Collectors.toSet());
    }

    /** The text of an element, white space collapsed. */
    static String text(Element element) {
        return collapsed(element.getTextContent());
    }

    /** An attribute's value, white space collapsed; empty text when it is not there. */
    static String attribute(Element element, String name) {
        return collapsed(element.getAttribute(name));
    }

    private static String collapsed(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private void validate(Element parsed) throws SAXException, IOException {
        Validator validator = SCHEMA.newValidator();
        validator.setProperty(MESSAGE_LOCALE, Locale.ENGLISH);
        validator.setErrorHandler(new DefaultHandler() {
            @Override
            public void error(SAXParseException e) throws SAXException {
                broken((Element) validator.getProperty(CURRENT_ELEMENT), String.valueOf(e.getMessage()));
            }
        });
        validator.validate(new DOMSource(parsed));
    }

    private void broken(Element at, String message) {
        Matcher rule = RULE.matcher(message);
        if (!rule.matches()) {
            problem(at, "this does not conform to contract.xsd", SEE_SCHEMA);
        } else if (rule.group(1).startsWith("cvc-complex-type.2.4")) {
            problem(at, misplaced(rule.group(2)), "Write the elements that contract.xsd lists here, in its order");
        } else if (!DETAIL.matcher(rule.group(1)).matches()) {
            Matcher attribute = ATTRIBUTE.matcher(rule.group(2));
            String name = at.getLocalName();
            String part = attribute.find() ? attribute.group(1) : "";
            String what = switch (rule.group(1)) {
                case "cvc-attribute.3" -> "the attribute " + part + " of <" + name + "> has a value of the wrong shape";
                case "cvc-type.3.1.3" -> "<" + name + "> has a value of the wrong shape";
                default -> readable(rule.group(2));
            };
            String key = part.isEmpty() ? name : name + "@" + part;
            problem(at, what, DOCUMENTATION.getOrDefault(key, SEE_SCHEMA));
        }
    }

    /** Says in plain words what the parser says of an element that is missing or in a wrong place. */
    private static String misplaced(String message) {
        String readable = readable(message);
        Matcher wrong = WRONG_ELEMENT.matcher(readable);
        if (wrong.matches()) {
            return "<" + wrong.group(1) + "> stands where " + expected(wrong.group(2)) + " is expected";
        }
        Matcher missing = MISSING_ELEMENT.matcher(readable);
        return missing.matches()
                ? "<" + missing.group(1) + "> is not complete: " + expected(missing.group(2)) + " is expected"
                : readable;
    }

    private static String expected(String message) {
        Matcher expected = EXPECTED.matcher(message);
        return expected.matches() ? "<" + expected.group(1).replace(", ", "> or <") + ">" : "nothing more";
    }

    private static String readable(String message) {
        return withoutDot(message.replaceAll("\"[^\"]*\":", "").replaceAll("[{}]", ""));
    }

    private static String withoutDot(@Nullable String message) {
        return String.valueOf(message).replaceAll("\\.\\s*$", "");
    }

    private static InputStream schemaText() {
        return Objects.requireNonNull(ContractDocument.class.getResourceAsStream(SCHEMA_RESOURCE), SCHEMA_RESOURCE);
    }

    private static Schema schema() {
        try (InputStream text = schemaText()) {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newSchema(new StreamSource(text));
        } catch (SAXException | IOException e) {
            throw new IllegalStateException("contract.xsd does not compile", e);
        }
    }

    /** What the schema says in English of each element, {@code depth}, and attribute, {@code contract@from}. */
    private static Map<String, String> documentation() {
        Document language;
        try (InputStream text = schemaText()) {
            language = LinedXml.parse(text);
        } catch (SAXException | IOException e) {
            throw new IllegalStateException("contract.xsd is not proper XML", e);
        }
        Map<String, String> documentation = new HashMap<>();
        all(language, "element").forEach(element -> {
            String name = element.getAttribute("name");
            documentation.putIfAbsent(name, english(element));
            String type = element.getAttribute("type");
            all(language, "complexType")
                    .filter(candidate -> type.equals("c:" + candidate.getAttribute("name")))
                    .flatMap(candidate -> children(candidate, "attribute"))
                    .forEach(attribute ->
                            documentation.putIfAbsent(name + "@" + attribute.getAttribute("name"), english(attribute)));
        });
        return documentation;
    }

    private static Stream<Element> all(Document document, String name) {
        NodeList found = document.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private static String english(Element declaration) {
        return children(declaration, "annotation")
                .flatMap(annotation -> children(annotation, "documentation"))
                .filter(text -> "en".equals(text.getAttributeNS(XMLConstants.XML_NS_URI, "lang")))
                .map(text -> withoutDot(text(text)))
                .findFirst()
                .orElse(SEE_SCHEMA);
    }
}
