package lt.mokiniai.system;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lt.mokiniai.kernel.PersonalCode;
import lt.mokiniai.tools.demo.DemoCast;

/** The messages of an {@link Attack}. */
final class AttackMessages {

    private static final int LARGE = 1_900_000;
    private static final int LIST_LENGTH = 1_000;

    private AttackMessages() {}

    /** A call that is answered. */
    static Message good() {
        return Register.shared()
                .as("benefits")
                .getStudent(DemoCast.KAUNAS_STUDENT)
                .at(Instant.now());
    }

    /** Unsigned messages of 1.9 MB, each of another kind. */
    static List<byte[]> large() {
        return List.of(anotherRoot(), manyAttributes(), unsignedWithinTheLimits(), oneLongText());
    }

    /** A signed message whose token is sequences within each other: too long for a certificate, or short enough. */
    static byte[] nestedToken(int depth) {
        String token = TokenBreaches.opened(depth, false);
        return good().tamperedAfterSigning(xml ->
                        xml.replaceFirst("(:BinarySecurityToken[^>]*>)[^<]*", "$1" + Matcher.quoteReplacement(token)))
                .bytes();
    }

    /** A list of 1,000 students, signed by a party that may ask for it. */
    static Message list() {
        String entries = IntStream.range(0, LIST_LENGTH)
                .mapToObj(
                        i -> PersonalCode.completing("5940314%03d".formatted(i)).value())
                .map(code -> "<m:entry>" + Client.person(code) + "</m:entry>")
                .collect(Collectors.joining());
        return Register.shared()
                .as("municipality")
                .asks("resolveStudents", entries)
                .at(Instant.now());
    }

    private static byte[] oneLongText() {
        return envelope("x".repeat(LARGE - 4000));
    }

    /** 7,600 elements of 50 attributes in what is no Envelope. */
    static byte[] anotherRoot() {
        return ("<a>" + groups(elementOfFifty()) + "</a>").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] manyAttributes() {
        return envelope(groups(elementOfFifty()));
    }

    /** As many elements as a message may have, and texts beyond Latin 1 besides. */
    private static byte[] unsignedWithinTheLimits() {
        return envelope(groups("<b c=''>" + "š".repeat(95) + "</b>"));
    }

    private static String elementOfFifty() {
        return "<b"
                + IntStream.range(0, 50)
                        .mapToObj(i -> " " + (char) (i < 26 ? 'a' + i : 'A' + i - 26) + "=''")
                        .collect(Collectors.joining())
                + "/>";
    }

    private static String groups(String element) {
        int size = element.getBytes(StandardCharsets.UTF_8).length;
        int inAll = (LARGE - 4000) / size;
        String group = "<g>" + element.repeat(1000) + "</g>";
        return group.repeat(inAll / 1000) + element.repeat(inAll % 1000);
    }

    private static byte[] envelope(String content) {
        return ("<s:Envelope xmlns:s='" + Xml.SOAP + "'><s:Header/><s:Body><m>" + content
                        + "</m></s:Body></s:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
