package lt.mokiniai.contract.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.platform.xml.XmlParsers;
import org.apache.cxf.tools.common.ToolContext;
import org.apache.cxf.tools.wsdlto.WSDLToJava;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Tools that make the headers parameters of a method, beside the elements of the Body, take every published WSDL:
 * {@code wsdl2java -exsh true} of CXF, {@code wsimport -XadditionalHeaders} of Metro.
 */
class HeaderParameterTests {

    private static final Path FOLDER = Path.of("wsdl");
    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
    private static final String SOAP = "http://schemas.xmlsoap.org/wsdl/soap/";
    private static final String SCHEMA = "http://www.w3.org/2001/XMLSchema";
    private static final String XROAD = "http://x-road.eu/xsd/xroad.xsd";

    static List<Path> published() throws IOException {
        return files(".wsdl");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void wsdl2javaMakesHeadersParametersOfUnwrappedElements(Path wsdl, @TempDir Path made) throws Exception {
        new WSDLToJava(new String[] {"-exsh", "true", "-d", made.toString(), wsdl.toString()}).run(new ToolContext());

        assertThat(javaIn(made))
                .contains("clientHeader,")
                .contains("header = true")
                .doesNotContain("requestHash");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void wsdl2javaMakesHeadersParametersOfBareMessages(Path wsdl, @TempDir Path made) throws Exception {
        new WSDLToJava(new String[] {"-exsh", "true", "-bareMethods", "-d", made.toString(), wsdl.toString()})
                .run(new ToolContext());

        assertThat(javaIn(made))
                .contains("clientHeader,")
                .contains("header = true")
                .doesNotContain("requestHash");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void noPartOfAHeaderBearsTheNameOfAnElement(Path wsdl) throws Exception {
        Set<String> elements = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Path schema : files(".xsd")) {
            names(Elements.all(parsed(schema), SCHEMA, "element"), "name").forEach(elements::add);
        }

        assertThat(elements).contains("client", "student");
        assertThat(names(Elements.all(parsed(wsdl), SOAP, "header"), "part"))
                .isNotEmpty()
                .noneMatch(elements::contains);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void everyOperationOfABindingHasItsVersionAndNoneTheHashOfARequest(Path wsdl) throws Exception {
        Document description = parsed(wsdl);
        Element binding = Elements.all(description, WSDL, "binding").get(0);

        assertThat(Elements.children(binding, WSDL, "operation"))
                .isNotEmpty()
                .extracting(operation -> Elements.child(operation, XROAD, "version")
                        .map(Element::getTextContent)
                        .orElse(""))
                .containsOnly(wsdl.getName(wsdl.getNameCount() - 2).toString());
        assertThat(Files.readString(wsdl)).doesNotContain("requestHash");
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<String> names(List<Element> elements, String attribute) {
        return elements.stream().map(element -> element.getAttribute(attribute)).filter(name -> !name.isEmpty());
    }

    private static Document parsed(Path file) throws IOException, SAXException {
        return XmlParsers.parse(Files.readAllBytes(file));
    }

    /** The interfaces that were made. */
    private static String javaIn(Path folder) throws IOException {
        Function<Path, String> text = file -> {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(text)
                    .filter(java -> java.contains("@WebService("))
                    .collect(Collectors.joining());
        }
    }
}
