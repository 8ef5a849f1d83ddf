package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What clients do differently from each other, and none of them wrongly, is answered; limits are not felt before. */
class VariationTests {

    private static final Register REGISTER = Register.shared();

    static Stream<Arguments> variations() {
        return Stream.of(
                varied(
                        "a prefix of its own for a header",
                        message -> message.replacing("<xrd:userId>", "<id:userId xmlns:id=\"" + Xml.XROAD + "\">")
                                .replacing("</xrd:userId>", "</id:userId>")),
                varied(
                        "the prefix id for an identifier's header",
                        message -> message.replacing(
                                        "<xrd:client id:objectType",
                                        "<id:client xmlns:id=\"" + Xml.XROAD + "\" xmlns:i=\"" + Xml.IDENTIFIERS
                                                + "\" i:objectType")
                                .envelope(VariationTests::withAnotherPrefixInTheClient)),
                varied(
                        "mustUnderstand on an X-Road header",
                        message -> message.replacing("<xrd:userId>", "<xrd:userId soap:mustUnderstand=\"1\">")),
                varied("no SOAPAction", message -> message.soapAction("")),
                varied("an empty SOAPAction", message -> message.soapAction("\"\"")),
                varied(
                        "a SOAPAction without quotes",
                        message -> message.soapAction("http://mokiniai.lt/students/v1/getStudent")),
                varied("text/xml alone", message -> message.header("Content-Type", "text/xml")),
                varied("a quoted charset", message -> message.header("Content-Type", "text/xml;charset=\"UTF-8\"")),
                varied("Content-Encoding identity", message -> message.header("Content-Encoding", "identity")),
                varied(
                        "a service without version",
                        message -> message.replacing("<id:serviceVersion>v1</id:serviceVersion>", "")),
                varied(
                        "an XML declaration",
                        message -> message.tamperedAfterSigning(
                                xml -> "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + xml)),
                varied("a byte order mark", message -> message.raw(VariationTests::marked)),
                varied(
                        "comments",
                        message -> message.tamperedAfterSigning(xml -> xml.replace("EE-31", "EE-<!-- no -->31")
                                .replace("<m:person>", "<!-- no --><m:person>"))),
                varied(
                        "CDATA",
                        message -> message.tamperedAfterSigning(xml -> xml.replace("EE-31", "<![CDATA[EE-31]]>"))),
                varied(
                        "space between headers",
                        message -> message.tamperedAfterSigning(xml -> xml.replace("<xrd:id ", "\n  <xrd:id "))),
                varied("space in the Body's element", message -> message.replacing("<m:person>", "\n  <m:person>")),
                varied("sha512", message -> message.hashedWith("sha512")),
                varied("an id of 100 characters", message -> message.withId("x".repeat(63) + message.id() + "!")),
                varied("letters of every alphabet", message -> message.withUserId("Ąžuolas Ж 漢 😀")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("variations")
    void answers(String variation, UnaryOperator<Message> vary) {
        Message message = vary.apply(REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT));
        Reply reply = message.send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        reply.verify();
        assertThat(reply.logged().request()).isEqualTo(message.bytes());
        assertThat(reply.content().getTextContent()).contains(DemoCast.KAUNAS_STUDENT.familyName());
    }

    private static String withAnotherPrefixInTheClient(String envelope) {
        int from = envelope.indexOf("<id:client");
        int to = envelope.indexOf("</xrd:client>");
        String client = envelope.substring(from, to);
        String inside = client.substring(client.indexOf('>') + 1);
        return envelope.substring(0, from)
                + client.substring(0, client.indexOf('>') + 1)
                + inside.replace("<id:", "<i:").replace("</id:", "</i:")
                + "</id:client>"
                + envelope.substring(to + "</xrd:client>".length());
    }

    /** As large as may be: the schema does not know them, but no limit refuses them. Many elements need bytes of their own. */
    static Stream<String> withinTheLimits() {
        String element = "<" + "b".repeat(60) + "/>";
        return Stream.of(
                "<a>".repeat(37) + "</a>".repeat(37),
                ("<a>" + element.repeat(1000) + "</a>").repeat(19),
                element.repeat(1999),
                "<a b=\"" + "x".repeat(4096) + "\"/>",
                "<a>" + "x".repeat(65536) + "</a>");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("withinTheLimits")
    void noLimitIsFeltBeforeItIsReached(String content) {
        Message message = REGISTER.as("benefits")
                .getStudent(DemoCast.KAUNAS_STUDENT)
                .replacing("</m:getStudent>", content + "</m:getStudent>");
        assertThat(message.send().code()).isEqualTo("MR-103");
    }

    private static byte[] marked(byte[] bytes) {
        return ByteBuffer.allocate(bytes.length + 3)
                .put("\uFEFF".getBytes(StandardCharsets.UTF_8))
                .put(bytes)
                .array();
    }

    private static Arguments varied(String variation, UnaryOperator<Message> vary) {
        return Arguments.of(variation, vary);
    }
}
