package lt.mokiniai.contract.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.Depth;
import lt.mokiniai.kernel.ExchangeError;
import lt.mokiniai.kernel.ExchangeException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What a request may ask by, about how many students at once, and how far back. A criterion or a fact to confirm tells
 * something too: who may search by birth date can find one by halving. So each element of a request that asks about a
 * data item needs a grant of its own (docs/decisions/0010).
 */
public final class RequestFilter {

    private final Grant grant;

    RequestFilter(Grant grant) {
        this.grant = grant;
    }

    /**
     * Checks a request that conforms to its schema, by all that stands in it; nothing is looked up.
     *
     * @param now when it was received
     * @throws ExchangeException {@code MR-306}, {@code MR-405}, {@code MR-404} or {@code MR-408}, in this order
     */
    public void check(Element request, Instant now) {
        checkItems(request);
        checkDelivery(request);
        checkDepth(request, now);
    }

    /** @throws ExchangeException {@code MR-306} that names the first element that is not granted */
    void checkItems(Element request) {
        checkItems(request, grant.operation().request(), "");
    }

    private void checkItems(Element element, SchemaTree schema, String prefix) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element below && !schema.isOpen()) {
                String path = prefix + below.getLocalName();
                SchemaTree known = schema.children().get(String.valueOf(below.getLocalName()));
                if (known == null || !mayAsk(below, known, path)) {
                    throw ExchangeException.of(ExchangeError.NOT_TO_BE_ASKED)
                            .naming(path)
                            .at(path);
                }
                checkItems(below, known, path + "/");
            }
        }
    }

    /** What the published schema has, and the edition of the contract has not, is not to be asked either. */
    private boolean mayAsk(Element element, SchemaTree known, String path) {
        return (known.item().isEmpty() || grant.asks().contains(path))
                && (!known.isLeaf()
                        || known.codes().hold(element.getTextContent().strip()));
    }

    /** @throws ExchangeException {@code MR-405} when it asks about more students than one message may */
    void checkDelivery(Element request) {
        int largest = grant.largestBatch();
        for (SchemaTree part : grant.operation().request().children().values()) {
            if (part.isList() && children(request, part.name()).count() > largest) {
                throw tooLarge(largest, part.name());
            }
        }
        children(request, "pageSize")
                .filter(size -> Integer.parseInt(size.getTextContent().strip()) > largest)
                .forEach(size -> {
                    throw tooLarge(largest, "pageSize");
                });
    }

    private static ExchangeException tooLarge(int largest, String path) {
        return ExchangeException.of(ExchangeError.BATCH_TOO_LARGE)
                .naming(String.valueOf(largest))
                .at(path);
    }

    /** @throws ExchangeException when it asks further back than the grant reaches, or of what will be known later */
    void checkDepth(Element request, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Dates.ZONE);
        Depth depth = grant.reach().on(today);
        children(request, "validOn")
                .map(RequestFilter::day)
                .filter(day -> !depth.reaches(day, today))
                .forEach(day -> {
                    throw ExchangeException.of(ExchangeError.OUT_OF_DEPTH).at("validOn");
                });
        children(request, "period")
                .flatMap(period -> Stream.concat(children(period, "from"), children(period, "to")))
                .map(RequestFilter::day)
                .filter(day -> !depth.reaches(day, today))
                .forEach(day -> {
                    throw ExchangeException.of(ExchangeError.OUT_OF_DEPTH).at("period");
                });
        children(request, "knownAt").map(RequestFilter::time).forEach(known -> {
            if (known.isAfter(now)) {
                throw ExchangeException.of(ExchangeError.KNOWN_AT_AHEAD).at("knownAt");
            }
            if (!depth.reaches(LocalDate.ofInstant(known, Dates.ZONE), today)) {
                throw ExchangeException.of(ExchangeError.OUT_OF_DEPTH).at("knownAt");
            }
        });
    }

    private static LocalDate day(Element element) {
        return read(element, Dates::parseDate);
    }

    private static Instant time(Element element) {
        return read(element, Dates::parseTime);
    }

    /** XML Schema knows years that the calendar here does not. */
    private static <T> T read(Element element, Function<String, T> parser) {
        try {
            return parser.apply(element.getTextContent());
        } catch (DateTimeException e) {
            throw ExchangeException.of(ExchangeError.SCHEMA).naming("year").at(element.getLocalName());
        }
    }

    private static Stream<Element> children(Element parent, String name) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(child -> name.equals(child.getLocalName()));
    }
}
