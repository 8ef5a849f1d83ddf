package lt.mokiniai.contract.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lt.mokiniai.contract.schema.Marks;
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
        Map<String, Integer> asked = new LinkedHashMap<>();
        marked(request)
                .forEach(marked -> marked.marks().counted().ifPresent(counted -> {
                    switch (counted) {
                        case EACH -> asked.merge(marked.path(), 1, Integer::sum);
                        case VALUE -> asked.merge(marked.path(), Integer.parseInt(marked.text()), Integer::sum);
                        case NONE -> {}
                    }
                }));
        int largest = grant.largestBatch();
        asked.forEach((path, students) -> {
            if (students > largest) {
                throw ExchangeException.of(ExchangeError.BATCH_TOO_LARGE)
                        .naming(String.valueOf(largest))
                        .at(path);
            }
        });
    }

    /** @throws ExchangeException when it asks further back than the grant reaches, or of what will be known later */
    void checkDepth(Element request, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Dates.ZONE);
        Depth depth = grant.reach().on(today);
        marked(request)
                .forEach(marked -> marked.marks().asked().ifPresent(asked -> {
                    switch (asked) {
                        case DAY -> depth.require(marked.read(Dates::parseDate), today, marked.path());
                        case KNOWN -> {
                            Instant known = marked.read(Dates::parseTime);
                            if (known.isAfter(now)) {
                                throw ExchangeException.of(ExchangeError.KNOWN_AT_AHEAD)
                                        .at(marked.path());
                            }
                            depth.require(LocalDate.ofInstant(known, Dates.ZONE), today, marked.path());
                        }
                        case VALUE -> marked.read(Dates::parseDate);
                    }
                }));
    }

    /** The elements of a request with what the published schema marks them with, in the order of the request. */
    private List<Marked> marked(Element request) {
        List<Marked> all = new ArrayList<>();
        collect(request, grant.operation().request(), "", all);
        return all;
    }

    private static void collect(Element element, SchemaTree schema, String prefix, List<Marked> all) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element below) {
                SchemaTree known = schema.children().get(String.valueOf(below.getLocalName()));
                if (known != null) {
                    String path = prefix + below.getLocalName();
                    all.add(new Marked(path, below, known.marks()));
                    collect(below, known, path + "/", all);
                }
            }
        }
    }

    /** An element of a request, where it stands, and what its schema marks it with. */
    private record Marked(String path, Element element, Marks marks) {

        String text() {
            return element.getTextContent().strip();
        }

        /** XML Schema knows years that the calendar here does not. */
        <T> T read(Function<String, T> parser) {
            try {
                return parser.apply(element.getTextContent());
            } catch (DateTimeException e) {
                throw ExchangeException.of(ExchangeError.SCHEMA).naming("year").at(path);
            }
        }
    }
}
