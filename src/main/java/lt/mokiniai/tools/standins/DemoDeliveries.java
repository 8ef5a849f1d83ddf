package lt.mokiniai.tools.standins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lt.mokiniai.intake.transport.pulling.SourceQuestion.Numbered;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.platform.xml.XmlParsers;
import lt.mokiniai.platform.xml.XmlText;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The deliveries of the demo's sources. A series is called by the day on which it began: its first delivery is full, and each day
 * since has one of changes, in which nothing changed. So a source needs to remember nothing.
 *
 * @param clock the register's, which a sandbox moves
 */
record DemoDeliveries(Clock clock) implements SourceDeliveries {

    private static final String FOLDER = "demo/sources/";
    private static final String XML = ".xml";

    /** The names of the registers that have deliveries here. */
    static List<String> registers() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:" + FOLDER + "*" + XML))
                    .map(file -> String.valueOf(file.getFilename()).replace(XML, ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<String> part(String register, Optional<Numbered> asked, int first) {
        ClassPathResource file = new ClassPathResource(FOLDER + register + XML);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Dates.ZONE);
        Numbered number = asked.orElseGet(() -> new Numbered(today.toString(), 1));
        if (!register.matches("[a-z]{1,20}") || !file.exists() || first != 1 || isAhead(number, today)) {
            return Optional.empty();
        }
        Document delivery = read(file);
        Element root = delivery.getDocumentElement();
        boolean isFull = number.sequence() == 1;
        long records = Elements.children(root).size() - 1L;
        for (Element within : Elements.children(root)) {
            if (within.getLocalName().equals("delivery")) {
                fill(within, "kind", isFull ? "FULL" : "CHANGES");
                fill(within, "series", number.series());
                fill(within, "sequence", String.valueOf(number.sequence()));
                fill(within, "records", String.valueOf(isFull ? records : 0));
            } else if (!isFull) {
                root.removeChild(within);
            }
        }
        return Optional.of(XmlText.of(root));
    }

    private static boolean isAhead(Numbered number, LocalDate today) {
        try {
            return number.sequence() - 1 > ChronoUnit.DAYS.between(LocalDate.parse(number.series()), today);
        } catch (DateTimeException notOfThisSource) {
            return true;
        }
    }

    private static void fill(Element delivery, String name, String value) {
        Elements.children(delivery, name).get(0).setTextContent(value);
    }

    private static Document read(ClassPathResource file) {
        try {
            return XmlParsers.parse(
                    file.getContentAsString(StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            throw new IllegalStateException(file + " is no XML", e);
        }
    }
}
