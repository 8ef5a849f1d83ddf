package lt.mokiniai.tools.contracts.documents;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.contract.model.Contract.Kind;
import lt.mokiniai.contract.model.Term;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.PublishedOperation.WayOfDelivery;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.texts.Text;
import org.springframework.web.util.HtmlUtils;

/**
 * The beginning of a contract file, from {@code templates/contract.xml}: valid against {@code contract.xsd}, suspended, with
 * comments that say what to fill in. What is left blank and must not stay so, {@code contract check} finds.
 */
public final class ContractTemplate {

    /**
     * What is known of a contract when it is begun. Words that are empty are left to be filled in.
     *
     * @param edition of the data items that it is written for
     * @param operations what a grant is begun for; of a supply, whose items the supplier may be the source of, and where
     *     there are none, every item
     */
    public record Beginning(
            Kind kind,
            String id,
            int edition,
            Counterparty party,
            Text purpose,
            List<PublishedOperation> operations,
            Term term) {}

    /** The other party, as it is begun. */
    public record Counterparty(LegalEntityCode code, XRoadId client, Text name) {}

    /**
     * A grant as the template writes it; {@code asks} is empty where nothing that is asked by needs leave, and
     * {@code writes} where the operation does not write.
     */
    public record GrantLines(
            OperationId id,
            String description,
            List<ItemLine> shows,
            List<ItemLine> asks,
            List<ItemLine> writes,
            Set<String> ways) {

        static GrantLines of(PublishedOperation operation) {
            SchemaTree answer = operation.answer();
            List<ItemLine> requested = operation.request().grantable().stream()
                    .map(path -> ItemLine.of(operation.request(), path))
                    .toList();
            return new GrantLines(
                    operation.id(),
                    safe(answer.text().lt()) + " / " + safe(answer.text().en()),
                    shown(answer),
                    operation.writes() ? List.of() : requested,
                    operation.writes() ? requested : List.of(),
                    operation.ways().stream().map(WayOfDelivery::toString).collect(Collectors.toSet()));
        }
    }

    /** A data item as the template writes it. */
    public record ItemLine(String path, String number, boolean isSpecial, String note, String english) {

        static ItemLine of(SchemaTree message, String path) {
            Annex.Item item = Annex.item(message.at(path).orElseThrow(), path);
            Text said = item.text();
            return new ItemLine(
                    path,
                    item.number(),
                    "special".equals(item.sensitivity()),
                    safe(item.number() + ", " + item.sensitivity() + ": " + said.lt() + " / " + said.en()),
                    safe(said.en()));
        }
    }

    private ContractTemplate() {}

    /** Writes the beginning of a contract. */
    public static String of(Beginning known) {
        return Templates.plain(
                "contract.xml",
                Map.of(
                        "known", known,
                        "kind", known.kind().toString(),
                        "client", escaped(known.party().client().toString()),
                        "name", escaped(known.party().name()),
                        "purpose", escaped(known.purpose()),
                        "sources", sources(known.operations()),
                        "grants",
                                seen(known.kind(), known.operations())
                                        .map(GrantLines::of)
                                        .toList()));
    }

    private static List<ItemLine> sources(List<PublishedOperation> chosen) {
        List<PublishedOperation> operations =
                chosen.isEmpty() ? PublishedOperations.load().all() : chosen;
        Set<String> written = new TreeSet<>();
        return seen(Kind.PROVISION, operations)
                .flatMap(operation -> shown(operation.answer()).stream())
                .filter(item -> written.add(item.path()))
                .toList();
    }

    private static Stream<PublishedOperation> seen(Kind kind, List<PublishedOperation> operations) {
        PublishedOperations published = kind.sees(PublishedOperations.load());
        return operations.stream().flatMap(operation -> published.find(operation.id()).stream());
    }

    /** A pseudonym is granted by an element of its own. */
    private static List<ItemLine> shown(SchemaTree answer) {
        return answer.grantable().stream()
                .filter(path -> !path.endsWith("/pseudonym"))
                .map(path -> ItemLine.of(answer, path))
                .toList();
    }

    private static Text escaped(Text text) {
        return new Text(escaped(text.lt()), escaped(text.en()));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    /** Two hyphens would end the comment. */
    private static String safe(String text) {
        return text.replaceAll("-{2,}", "–").replaceAll("-$", "–");
    }
}
