package lt.mokiniai.exchange.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** An envelope of a random shape, from a seed: deep or flat, of elements, attributes, declarations and texts. */
final class RandomEnvelope {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String[] TEXTS = {"", "1", "\n  ", "\t", "Ąžuolas", "59403149013", "&amp;", "\n\n\n\n"};

    private final Random random;
    private final StringBuilder xml = new StringBuilder();
    private final int names;
    private final int longestName;
    private final int mostAttributes;
    private final int mostDeclarations;
    private final boolean isPretty;
    private int left;

    private RandomEnvelope(long seed) {
        this.random = new Random(seed);
        this.names = 1 + random.nextInt(random.nextBoolean() ? 3 : 200);
        this.longestName = 1 + random.nextInt(random.nextBoolean() ? 2 : 60);
        this.mostAttributes = random.nextBoolean() ? 0 : random.nextInt(12);
        this.mostDeclarations = random.nextBoolean() ? 0 : random.nextInt(8);
        this.isPretty = random.nextBoolean();
        this.left = 1 + random.nextInt(150);
    }

    static String of(long seed) {
        RandomEnvelope envelope = new RandomEnvelope(seed);
        envelope.xml.append("<s:Envelope xmlns:s=\"").append(SOAP).append("\" xmlns:p=\"urn:p\" xmlns:q=\"urn:q\">");
        while (envelope.left > 0) {
            envelope.element(1);
        }
        return envelope.xml.append("</s:Envelope>").toString();
    }

    private void element(int depth) {
        left--;
        String name = qualified();
        xml.append('<').append(name);
        for (String declared : distinct(mostDeclarations)) {
            xml.append(" xmlns:x")
                    .append(declared)
                    .append("=\"")
                    .append(value())
                    .append("u\"");
        }
        for (String attribute : distinct(mostAttributes)) {
            xml.append(random.nextBoolean() ? " p:" : " ")
                    .append(attribute)
                    .append("=\"")
                    .append(value())
                    .append('"');
        }
        xml.append('>');
        while (left > 0 && depth < 30 && random.nextInt(3) > 0) {
            text(depth);
            element(depth + 1);
        }
        text(depth);
        xml.append("</").append(name).append('>');
    }

    private void text(int depth) {
        if (isPretty) {
            xml.append('\n').append(" ".repeat(2 * depth));
        }
        switch (random.nextInt(5)) {
            case 0 -> xml.append(value()).append("<!-- a comment -->").append(value());
            case 1 ->
                xml.append("<![CDATA[").append(value().replace("&amp;", "<&>")).append("]]>");
            case 2 -> xml.append(value().repeat(random.nextInt(50)));
            default -> {}
        }
    }

    private String value() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private String qualified() {
        return switch (random.nextInt(3)) {
            case 0 -> "p:" + name();
            case 1 -> "q:" + name();
            default -> name();
        };
    }

    private List<String> distinct(int most) {
        List<String> found = new ArrayList<>();
        int count = most == 0 ? 0 : random.nextInt(most + 1);
        for (int i = 0; i < count; i++) {
            String name = name() + i;
            found.add(name);
        }
        return found;
    }

    private String name() {
        int number = random.nextInt(names);
        String name = "n" + Integer.toString(number, 36);
        return name + "ž".repeat(number % 7 == 0 ? 1 : 0) + "m".repeat(number % longestName);
    }
}
