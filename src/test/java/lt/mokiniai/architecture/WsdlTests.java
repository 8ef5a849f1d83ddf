package lt.mokiniai.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The WSDLs and schemas are the contract with every client: documented, and as the WS-I Basic Profile asks. */
class WsdlTests {

    private static final String XS = "http://www.w3.org/2001/XMLSchema";
    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
    private static final String SOAP = "http://schemas.xmlsoap.org/wsdl/soap/";
    private static final String DOC = "http://mokiniai.lt/meta/v1/documentation";
    private static final String META = "http://mokiniai.lt/meta/v1";
    /** The types of elements of requests alone. */
    private static final Set<String> REQUEST_TYPES = Set.of(
            "FindCriteria",
            "Fact",
            "StageContent",
            "ClassEntry",
            "ClassLeaver",
            "ProgrammeChange",
            "TermCorrection",
            "StageCorrection",
            "InterruptionCorrection",
            "NamesTold",
            "OriginTold",
            "ResidenceTold",
            "GuardianTold",
            "SpecialNeedsTold",
            "RecordedResults",
            "ToldResult",
            "ResultCorrection");

    /** Those of them which tell all of a record that is written. */
    private static final Set<String> WRITTEN_TYPES =
            Set.of("RecordedResults", "ToldResult", "ClassEntry", "ClassLeaver", "ProgrammeChange");

    private static final String POLICY = "http://www.w3.org/ns/ws-policy";

    @TestFactory
    Stream<DynamicTest> everyElementTypeAndValueOfASchemaIsDocumentedInBothLanguages() throws IOException {
        return files(".xsd")
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    Document schema = parse(file);
                    for (String name : List.of("element", "complexType", "simpleType", "enumeration", "attribute")) {
                        for (Element component : elements(schema, XS, name)) {
                            boolean named = component.hasAttribute("name") || "enumeration".equals(name);
                            if (named && !"meta".equals(component.getPrefix())) {
                                assertThat(languages(component))
                                        .as(
                                                "%s %s",
                                                name, component.getAttribute("name") + component.getAttribute("value"))
                                        .isEqualTo(exempt(file, name) ? languages(component) : Set.of("lt", "en"));
                            }
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyOperationAndFaultIsDocumentedInBothLanguages() throws IOException {
        return files(".wsdl")
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    Document wsdl = parse(file);
                    Element portType = elements(wsdl, WSDL, "portType").get(0);
                    List<Element> documented = new ArrayList<>(elements(portType, WSDL, "operation"));
                    documented.addAll(elements(portType, WSDL, "fault"));
                    assertThat(documented)
                            .isNotEmpty()
                            .allSatisfy(part -> assertThat(texts(part)).contains("lt", "en"));
                }));
    }

    /** WS-I Basic Profile 1.1: R2706, R2744, R2718, R2710, R2304, R2001, R2702 and R2900-like checks that matter here. */
    @TestFactory
    Stream<DynamicTest> everyWsdlIsDocumentLiteralWithOneBodyPartAndMatchingNames() throws IOException {
        return files(".wsdl")
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    Document wsdl = parse(file);
                    String namespace = wsdl.getDocumentElement().getAttribute("targetNamespace");
                    assertThat(elements(wsdl, SOAP, "body"))
                            .allMatch(body -> "literal".equals(body.getAttribute("use")));
                    assertThat(elements(wsdl, SOAP, "header"))
                            .allMatch(header -> "literal".equals(header.getAttribute("use")));
                    assertThat(elements(wsdl, SOAP, "binding"))
                            .hasSize(1)
                            .allMatch(binding -> "document".equals(binding.getAttribute("style"))
                                    && "http://schemas.xmlsoap.org/soap/http"
                                            .equals(binding.getAttribute("transport")));
                    assertThat(elements(wsdl, WSDL, "part")).allMatch(part -> part.hasAttribute("element"));

                    Set<String> offered = names(elements(wsdl, WSDL, "portType").get(0));
                    Set<String> bound = names(elements(wsdl, WSDL, "binding").get(0));
                    assertThat(bound).isEqualTo(offered).isNotEmpty();
                    for (Element operation :
                            elements(elements(wsdl, WSDL, "binding").get(0), WSDL, "operation")) {
                        String name = operation.getAttribute("name");
                        assertThat(elements(operation, SOAP, "operation"))
                                .singleElement()
                                .extracting(soap -> soap.getAttribute("soapAction"))
                                .isEqualTo(namespace + "/" + name);
                        assertThat(elements(wsdl, WSDL, "message"))
                                .anyMatch(
                                        message -> message.getAttribute("name").equals(name + "Response"));
                    }
                }));
    }

    @Test
    void noOperationsNameIsTheBeginningOfAnothers() throws IOException {
        Set<String> names = new HashSet<>();
        for (Path file : files(".wsdl").toList()) {
            names.addAll(names(elements(parse(file), WSDL, "portType").get(0)));
        }
        assertThat(names)
                .allSatisfy(
                        name -> assertThat(names).noneMatch(other -> !other.equals(name) && other.startsWith(name)));
    }

    @TestFactory
    Stream<DynamicTest> everyBindingCarriesTheSignaturePolicy() throws IOException {
        return files(".wsdl")
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    Document wsdl = parse(file);
                    for (Element operation :
                            elements(elements(wsdl, WSDL, "binding").get(0), WSDL, "operation")) {
                        assertThat(elements(operation, POLICY, "PolicyReference"))
                                .extracting(reference -> reference.getAttribute("URI"))
                                .as(operation.getAttribute("name"))
                                .contains("#SignedRequest", "#SignedAnswer");
                    }
                }));
    }

    @Test
    void everyDataItemIsOptionalAndHasANumberThatIsItsOwn() throws IOException {
        Map<String, String> owners = new HashMap<>();
        for (Element element : items(false)) {
            assertThat(element.getAttribute("minOccurs"))
                    .as(element.getAttribute("name"))
                    .isEqualTo("0");
            String owner = element.getAttribute("name") + ":" + element.getAttribute("type");
            String before = owners.putIfAbsent(itemOf(element), owner);
            assertThat(before == null || before.equals(owner))
                    .as(itemOf(element))
                    .isTrue();
        }
        assertThat(owners).hasSizeGreaterThan(60);
    }

    /**
     * What a request asks about or sets is an item of some answer. A required one would make the whole operation need it, as
     * it does where the operation writes.
     */
    @Test
    void everyItemOfARequestIsOneOfAnAnswerAndCanBeLeftOutWhereTheOperationReads() throws IOException {
        List<String> answered = items(false).stream().map(WsdlTests::itemOf).toList();
        List<Element> asked = items(true);
        assertThat(asked).hasSizeGreaterThan(10).allSatisfy(element -> {
            boolean isOneOfSeveral = "choice".equals(element.getParentNode().getLocalName());
            assertThat(isOneOfSeveral || "0".equals(element.getAttribute("minOccurs")) || isSet(element))
                    .as(element.getAttribute("name"))
                    .isTrue();
            assertThat(answered).contains(itemOf(element));
        });
    }

    @Test
    void everyRequestForDataOfStudentsSaysHowItDelivers() throws IOException {
        for (Path file : files(".xsd").toList()) {
            Document schema = parse(file);
            boolean showsStudents = !elements(schema, META, "item").isEmpty() && !file.endsWith("types.xsd");
            for (Element request : children(schema.getDocumentElement(), "element")) {
                boolean isRequest =
                        showsStudents && !request.getAttribute("name").endsWith("Response");
                assertThat(elements(request, META, "delivers"))
                        .as(request.getAttribute("name"))
                        .hasSize(isRequest ? 1 : 0);
            }
        }
    }

    @Test
    void codeListValuesAreStringsAndNotEnumerations() throws IOException {
        Document types = parse(Path.of("wsdl/types/v1/types.xsd"));
        Set<String> enumerated = new HashSet<>();
        elements(types, XS, "simpleType").stream()
                .filter(type -> !elements(type, XS, "enumeration").isEmpty())
                .forEach(type -> enumerated.add(type.getAttribute("name")));
        assertThat(enumerated)
                .containsExactlyInAnyOrder("Outcome", "Confirmation", "CertificateStatus", "AbsenceReason");
    }

    /** The elements that carry an item: those of requests, or those of answers. */
    private static List<Element> items(boolean asked) throws IOException {
        List<Element> items = new ArrayList<>();
        for (Path file : files(".xsd").toList()) {
            for (Element item : elements(parse(file), META, "item")) {
                Element element = (Element) item.getParentNode().getParentNode().getParentNode();
                if (isOfARequest(element) == asked) {
                    items.add(element);
                }
            }
        }
        return items;
    }

    private static String itemOf(Element element) {
        Element item = elements(element, META, "item").get(0);
        return item.getAttribute("number") + " " + item.getAttribute("sensitivity");
    }

    private static boolean isSet(Element element) {
        Element declaration = declarationOf(element);
        Element annotation = children(declaration, "annotation").get(0);
        return WRITTEN_TYPES.contains(declaration.getAttribute("name"))
                || !elements(annotation, META, "writes").isEmpty();
    }

    private static Element declarationOf(Element element) {
        Element declaration = element;
        while (!"schema".equals(declaration.getParentNode().getLocalName())) {
            declaration = (Element) declaration.getParentNode();
        }
        return declaration;
    }

    private static boolean isOfARequest(Element element) {
        Element declaration = declarationOf(element);
        boolean isRequest = "element".equals(declaration.getLocalName())
                && !declaration.getAttribute("name").endsWith("Response");
        return isRequest || REQUEST_TYPES.contains(declaration.getAttribute("name"));
    }

    /** Values that are words of X-Road or of the schemas' own metadata say what they mean. */
    private static boolean exempt(Path file, String component) {
        return "enumeration".equals(component) && !file.endsWith("types.xsd");
    }

    private static Set<String> languages(Element component) {
        Set<String> languages = new HashSet<>();
        for (Element annotation : children(component, "annotation")) {
            for (Element text : children(annotation, "documentation")) {
                if (!text.getTextContent().isBlank()) {
                    languages.add(text.getAttributeNS("http://www.w3.org/XML/1998/namespace", "lang"));
                }
            }
        }
        return languages;
    }

    private static Set<String> texts(Element part) {
        Set<String> languages = new HashSet<>();
        elements(part, DOC, "text")
                .forEach(text -> languages.add(text.getAttributeNS("http://www.w3.org/XML/1998/namespace", "lang")));
        return languages;
    }

    private static Set<String> names(Element parent) {
        Set<String> names = new HashSet<>();
        elements(parent, WSDL, "operation").forEach(operation -> names.add(operation.getAttribute("name")));
        return names;
    }

    private static List<Element> children(Element parent, String name) {
        return elements(parent, XS, name).stream()
                .filter(child -> child.getParentNode().isSameNode(parent))
                .toList();
    }

    private static List<Element> elements(Document document, String namespace, String name) {
        return listed(document.getElementsByTagNameNS(namespace, name));
    }

    private static List<Element> elements(Element parent, String namespace, String name) {
        return listed(parent.getElementsByTagNameNS(namespace, name));
    }

    private static List<Element> listed(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static Stream<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("wsdl"))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        }
    }

    private static Document parse(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            return factory.newDocumentBuilder().parse(file.toFile());
        } catch (Exception e) {
            throw new AssertionError(file + " does not parse", e);
        }
    }
}
