package lt.mokiniai.contract.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lt.mokiniai.contract.schema.Marks;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Depth;
import lt.mokiniai.platform.xml.Elements;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What a request may ask by or set, about how many students at once, and how far back. A criterion or a fact to confirm
 * tells something too: who may search by birth date can find one by halving. So each element of a request that asks about
 * a data item, or sets one, needs a grant of its own (docs/decisions/0010, docs/decisions/0038).
 */
public final class RequestFilter {

    private final Grant grant;

    RequestFilter(Grant grant) {
        this.grant = grant;
    }

    /**
     * Tells that a request asks by nothing, and sets nothing, that is not granted.
     *
     * @throws ExchangeException {@code MR-306}, or {@code MR-312} where the operation writes, that names the first element
     *     that is not granted
     */
    public void checkItems(Element request) {
        checkItems(request, grant.request(), "");
    }

    private void checkItems(Element element, SchemaTree allowed, String prefix) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element below && !allowed.isOpen()) {
                String path = prefix + below.getLocalName();
                SchemaTree known = allowed.children().get(String.valueOf(below.getLocalName()));
                if (known == null || !mayHold(below, known)) {
                    throw ExchangeException.of(
                                    grant.operation().writes()
                                            ? ExchangeError.NOT_TO_BE_SET
                                            : ExchangeError.NOT_TO_BE_ASKED)
                            .naming(Elements.shortText(path))
                            .at(Elements.shortText(path));
                }
                checkItems(below, known, path + "/");
            }
        }
    }

    /** A value that the published schema has, and the edition of the contract has not, may not stand there either. */
    private static boolean mayHold(Element element, SchemaTree known) {
        return !known.isLeaf() || known.codes().hold(element.getTextContent().strip());
    }

    /**
     * Tells that a request asks about no more students than one message may.
     *
     * @throws ExchangeException {@code MR-405}
     */
    public void checkDelivery(Element request) {
        Map<String, Integer> asked = new LinkedHashMap<>();
        marked(request)
                .forEach(marked -> marked.marks().counted().ifPresent(counted -> {
                    switch (counted) {
                        case EACH -> asked.merge(marked.path(), 1, Integer::sum);
                        case VALUE -> asked.merge(marked.path(), Integer.parseInt(marked.text()), Integer::sum);
                        case NONE -> {}
                    }
                }));
        int largest = grant.delivery().largestBatch();
        asked.forEach((path, students) -> {
            if (students > largest) {
                throw ExchangeException.of(ExchangeError.BATCH_TOO_LARGE)
                        .naming(String.valueOf(largest))
                        .at(path);
            }
        });
    }

    /**
     * Tells that a request asks no further back than the grant reaches.
     *
     * @param now when it was received
     * @throws ExchangeException {@code MR-404}, or {@code MR-408} when it asks of what will be known later
     */
    public void checkDepth(Element request, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Dates.ZONE);
        Depth depth = grant.coverage().reach().on(today);
        marked(request)
                .forEach(marked -> marked.marks().asked().ifPresent(asked -> {
                    switch (asked) {
                        case DAY -> depth.require(Dates.parseDate(marked.text()), today, marked.path());
                        case KNOWN -> {
                            Instant known = Dates.parseTime(marked.text());
                            if (known.isAfter(now)) {
                                throw ExchangeException.of(ExchangeError.KNOWN_AT_AHEAD)
                                        .at(marked.path());
                            }
                            depth.require(LocalDate.ofInstant(known, Dates.ZONE), today, marked.path());
                        }
                        case VALUE -> {}
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
    }
}
