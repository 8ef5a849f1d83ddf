package lt.mokiniai.exchange.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jol.info.GraphStats;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What a message may measure in all, and what is refused before a document is built. */
class EnvelopeReaderTests {

    private static final String STUDENTS = "http://mokiniai.lt/students/v1";
    private static final String TYPES = "http://mokiniai.lt/types/v1";
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    private final EnvelopeReader reader = new EnvelopeReader(DefaultLimits.LIMITS);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a/>",
                "<Envelope/>",
                "<s:envelope xmlns:s='" + SOAP + "'/>",
                "<s:Body xmlns:s='" + SOAP + "'/>",
                "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'/>"
            })
    void refusesAnotherRootBeforeAnythingIsRead(String root) {
        // What follows the root's name is no XML, and would be found if it were read.
        String open = root.replace("/>", ">") + "<no xml";
        assertThat(refusalOf(root).error()).isEqualTo(ExchangeError.NOT_SOAP);
        assertThat(refusalOf(open).error()).isEqualTo(ExchangeError.NOT_SOAP);
        assertThat(refusalOf(open).messageEn()).contains(": Envelope.");
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                Arguments.of("attributes in all (10000)", ("<b" + attributes(50) + "/>").repeat(201), 4),
                Arguments.of(
                        "namespace declarations in all (10000)",
                        ("<b" + each(50, i -> " xmlns:n" + i + "='urn:" + "u".repeat(12) + "'") + "/>").repeat(201),
                        4),
                Arguments.of("names (1000)", each(1001, i -> "<b" + i + ">" + "x".repeat(50) + "</b" + i + ">"), 4),
                Arguments.of("name (256)", "<" + "b".repeat(257) + "/>", 0),
                Arguments.of("name (256)", "<b " + "c".repeat(257) + "=''/>", 0),
                Arguments.of("name (256)", "<b xmlns:" + "c".repeat(257) + "='u'/>", 0),
                Arguments.of("text (65536)", "<b>" + "x".repeat(65_537) + "</b>", 0),
                Arguments.of("text (65536)", "<b>" + "x".repeat(40_000) + "<!-- -->" + "x".repeat(40_000) + "</b>", 0),
                Arguments.of("tree (8)", ("<b>" + "<c/>".repeat(1000) + "</b>").repeat(3), 0),
                Arguments.of("tree (8)", ("<b" + attributes(50) + "/>").repeat(180), 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limits")
    void namesTheLimitOfTheWholeMessage(String limit, String content, int texts) {
        // A long message may have the larger document, so that it breaks the one limit alone.
        ExchangeException refusal = refusalOf(envelope(content + ("<p>" + "x".repeat(60_000) + "</p>").repeat(texts)));
        assertThat(refusal.error()).isEqualTo(ExchangeError.LIMIT);
        assertThat(refusal.messageEn()).contains(limit);
    }

    /** Equal sums of a hash: without a limit of names, a message of 1.8 MB takes the parser half a minute. */
    @Test
    void refusesNamesThatShareOnePlaceOfATable() {
        String names = each(1500, i -> "<" + collidingName(i) + "/>");
        assertThat(refusalOf(envelope(names + "<p>" + "x".repeat(60_000) + "</p>"))
                        .messageEn())
                .contains("names (1000)");
    }

    /** Woodstox would keep up to 12,000 names, of any length, for whatever is read later. */
    @Test
    void keepsNoNameOfOneMessageForTheNext() {
        read(envelope("<first/>"));
        long before = GraphStats.parseInstance(reader.factory).totalSize();
        for (int i = 0; i < 20; i++) {
            read(envelope("<n" + i + "x".repeat(250) + "/>"));
        }
        assertThat(GraphStats.parseInstance(reader.factory).totalSize()).isEqualTo(before);
    }

    @Test
    void aTextThatCommentsStandInIsOneText() {
        Element element = (Element) read(envelope("<b>1<!-- -->2<![CDATA[<3>]]>&amp;</b>"))
                .getDocumentElement()
                .getFirstChild();
        assertThat(element.getChildNodes().getLength()).isOne();
        assertThat(element.getTextContent()).isEqualTo("12<3>&");
    }

    @Test
    void keepsNamesNamespacesAndWhiteSpaceAsTheyWere() {
        Element root = read("<s:Envelope xmlns:s='" + SOAP + "' xmlns='urn:a'>\n <b xmlns='' c='1'><s:d s:e=' x '/></b>"
                        + "\n <f xmlns='urn:f'/>\n</s:Envelope>")
                .getDocumentElement();
        Node b = root.getFirstChild().getNextSibling();
        assertThat(root.getFirstChild().getNodeValue()).isEqualTo("\n ");
        assertThat(b.getNamespaceURI()).isNull();
        assertThat(((Element) b).getAttribute("c")).isEqualTo("1");
        assertThat(((Element) b).getAttributeNodeNS("http://www.w3.org/2000/xmlns/", "xmlns"))
                .isNotNull();
        Element d = (Element) b.getFirstChild();
        assertThat(List.of(d.getNodeName(), d.getPrefix(), d.getLocalName(), d.getNamespaceURI()))
                .containsExactly("s:d", "s", "d", SOAP);
        assertThat(d.getAttributeNS(SOAP, "e")).isEqualTo(" x ");
        assertThat(b.getNextSibling().getNextSibling().getNamespaceURI()).isEqualTo("urn:f");
        assertThat(root.getLastChild().getNodeValue()).isEqualTo("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<m:person><t:personalCode>59403149013</t:personalCode></m:person>",
                "\n<m:person>\n<t:personalCode>59403149013</t:personalCode>\n</m:person>",
                "\r\n\t<m:person>\r\n\t\t<t:personalCode>59403149013</t:personalCode>\r\n\t</m:person>",
                "\n      <m:person>\n        <t:personalCode>59403149013</t:personalCode>\n      </m:person>",
                "<person xmlns='" + STUDENTS + "'><personalCode xmlns='" + TYPES
                        + "'>59403149013</personalCode></person>",
                "<a:person xmlns:a='" + STUDENTS + "'><b:personalCode xmlns:b='" + TYPES
                        + "'>59403149013</b:personalCode></a:person>"
            })
    void aListOfAThousandIsWithinTheLimitsHoweverItIsWritten(String person) {
        assertThatCode(() -> read(envelope("<m:resolveStudents>" + person.repeat(1000) + "</m:resolveStudents>")))
                .doesNotThrowAnyException();
    }

    @Test
    void everyExampleIsWithinTheLimits() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("docs/examples"))) {
            List<Path> requests =
                    files.filter(file -> file.endsWith("request.xml")).toList();
            assertThat(requests).isNotEmpty();
            for (Path request : requests) {
                assertThatCode(() -> reader.read(Files.readAllBytes(request)))
                        .as(request.toString())
                        .doesNotThrowAnyException();
            }
        }
    }

    private static String envelope(String content) {
        return "<s:Envelope xmlns:s='" + SOAP + "' xmlns:m='" + STUDENTS + "' xmlns:t='" + TYPES + "'>" + content
                + "</s:Envelope>";
    }

    private Document read(String xml) {
        return reader.read(xml.getBytes(StandardCharsets.UTF_8));
    }

    private ExchangeException refusalOf(String xml) {
        ExchangeException refusal = catchThrowableOfType(ExchangeException.class, () -> read(xml));
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal;
    }

    private static String attributes(int count) {
        return each(count, i -> " a" + i + "=''");
    }

    private static String each(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
    }

    /** "Aa" and "BB" have the same hash, and so has every row of them. */
    private static String collidingName(int number) {
        return IntStream.range(0, 12)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }
}
