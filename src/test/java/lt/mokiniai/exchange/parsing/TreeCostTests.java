package lt.mokiniai.exchange.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jol.info.GraphStats;
import org.w3c.dom.Document;

/** What the meter counts is never less than what the document takes, as the objects of this JDK are measured. */
class TreeCostTests {

    private static final int MANY = 500;

    /** Nothing but the bytes of one element is limited. */
    private static final Limits NONE = new Limits(
            1 << 30, 1000, 1 << 30, 1 << 30, 1000, 1 << 30, 1 << 30, 1 << 20, 1 << 30, 1 << 20, 1 << 30, 1000);

    @Property(tries = 60)
    void noRandomEnvelopeTakesMoreThanIsCounted(@ForAll long seed) {
        Measured measured = Measured.of(RandomEnvelope.of(seed));
        assertThat(measured.counted()).isGreaterThanOrEqualTo(measured.real());
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                shape("nothing", ""),
                shape("elements", "<b/>".repeat(MANY)),
                shape("elements with a prefix", "<s:b/>".repeat(MANY)),
                shape("elements with a text", "<b>1</b>".repeat(MANY)),
                shape("elements with a text beyond Latin 1", "<b>š</b>".repeat(MANY)),
                shape("white space", "\n<b/>".repeat(MANY)),
                shape("white space, each of its own", each(i -> " ".repeat(i % 200) + "<b/>")),
                shape("texts split by comments", "1<!---->".repeat(MANY)),
                shape("elements of other names", each(i -> "<b" + i + "/>")),
                shape("elements of long names", each(i -> "<s:b" + "x".repeat(100) + i % 50 + "/>")),
                shape("one attribute", "<b c=''/>".repeat(MANY)),
                shape("50 attributes", ("<b" + attributes("", "") + "/>").repeat(MANY / 50)),
                shape("50 attributes with values", ("<b" + attributes("", "š") + "/>").repeat(MANY / 50)),
                shape("50 attributes with a prefix", ("<b" + attributes("s:", "1") + "/>").repeat(MANY / 50)),
                shape("attributes of other names", each(i -> "<b c" + i + "=''/>")),
                shape("default namespaces", "<b xmlns='u'/>".repeat(MANY)),
                shape("namespaces", "<b xmlns:p='u'/>".repeat(MANY)),
                shape("50 namespaces", ("<b" + attributes("xmlns:", "u") + "/>").repeat(MANY / 50)),
                shape("namespaces of other prefixes", each(i -> "<b xmlns:p" + i + "='u'/>")),
                shape("ids", each(i -> "<b Id='a" + i + "'/>")),
                shape("30 within each other", ("<b>".repeat(30) + "</b>".repeat(30)).repeat(MANY / 30)),
                shape("a long text", "<b>" + "x".repeat(60_000) + "</b>"),
                shape("a long text beyond Latin 1", "<b>" + "š".repeat(60_000) + "</b>"),
                shape("a long attribute", "<b c='" + "x".repeat(4000) + "'/>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void noShapeTakesMoreThanIsCountedNorFarLess(String name, String content) {
        Measured measured = Measured.of(
                "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'>" + content + "</s:Envelope>");
        assertThat(measured.counted()).isBetween(measured.real(), 4096 + 5 * measured.real());
    }

    /** What was counted and what it takes, in bytes. */
    private record Measured(long counted, long real) {

        static Measured of(String xml) {
            byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
            MessageMeter meter = new MessageMeter(NONE, bytes.length);
            Document document = new EnvelopeReader(NONE).read(bytes, meter);
            return new Measured(meter.tree(), sizeOf(document));
        }

        /** The walk throws at each field of the JDK's own objects: on a thread of its own a stack is short, and costs less. */
        private static long sizeOf(Document document) {
            return CompletableFuture.supplyAsync(
                            () -> GraphStats.parseInstance(document).totalSize(), task -> new Thread(task).start())
                    .join();
        }
    }

    private static Arguments shape(String name, String content) {
        return Arguments.of(name, content);
    }

    private static String each(java.util.function.IntFunction<String> part) {
        return IntStream.range(0, MANY).mapToObj(part).collect(java.util.stream.Collectors.joining());
    }

    private static String attributes(String prefix, String value) {
        return IntStream.range(0, 50)
                .mapToObj(i -> " " + prefix + (char) ('A' + i % 26) + (i / 26) + "='" + value + "'")
                .collect(java.util.stream.Collectors.joining());
    }
}
