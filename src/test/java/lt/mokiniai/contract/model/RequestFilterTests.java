package lt.mokiniai.contract.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import lt.mokiniai.contract.model.Grant.Conditions;
import lt.mokiniai.contract.model.Grant.Coverage;
import lt.mokiniai.contract.model.Grant.Delivery;
import lt.mokiniai.contract.model.Grant.Reach;
import lt.mokiniai.contract.model.Grant.Requested;
import lt.mokiniai.contract.model.Grant.Shown;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.Quota;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Population;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What a request asks by is let through where the grant names it, and refused before anything is looked up where not. */
class RequestFilterTests {

    private static final PublishedOperations PUBLISHED = PublishedOperations.load();

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("items")
    void letsAnItemThatIsGrantedStandInARequestAndNoOther(String operation, String path) {
        PublishedOperation published =
                PUBLISHED.find(OperationId.parse(operation)).orElseThrow();
        Set<String> allOthers = new HashSet<>(published.request().grantable());
        allOthers.remove(path);
        Element request = requestBy(published, path);

        assertThatCode(() -> new RequestFilter(grant(published, Set.of(path))).checkItems(request))
                .doesNotThrowAnyException();
        assertRefused(published, path, allOthers, request);
        assertRefused(published, path, Set.of(), request);
    }

    static List<Arguments> items() {
        return PUBLISHED.all().stream()
                .flatMap(operation -> operation.request().grantable().stream()
                        .map(path -> Arguments.of(operation.id().toString(), path)))
                .toList();
    }

    @Test
    void someRequestsAskByItemsAndSomeSetThem() {
        assertThat(items()).hasSizeGreaterThan(60);
    }

    @Property(tries = 300)
    void letsThroughExactlyTheRequestsWhoseItemsAreAllGranted(@ForAll("grants") Grant grant, @ForAll Random random) {
        List<String> used = new ArrayList<>();
        Element request =
                fill(random, element(Documents.empty(), grant.operation().request()), grant, "", used);
        Set<String> granted = grant.requested().items();
        Optional<String> refused =
                used.stream().filter(path -> !holds(granted, path)).findFirst();

        if (refused.isPresent()) {
            assertRefused(grant, refused.get(), request);
        } else {
            assertThatCode(() -> new RequestFilter(grant).checkItems(request)).doesNotThrowAnyException();
        }
    }

    @Provide
    Arbitrary<Grant> grants() {
        return Arbitraries.of(PUBLISHED.all())
                .flatMap(operation ->
                        Arbitraries.subsetOf(operation.request().grantable()).map(items -> grant(operation, items)));
    }

    private static Element fill(Random random, Element parent, Grant grant, String prefix, List<String> used) {
        SchemaTree schema = prefix.isEmpty()
                ? grant.operation().request()
                : grant.operation()
                        .request()
                        .at(prefix.substring(0, prefix.length() - 1))
                        .orElseThrow();
        schema.children().forEach((name, child) -> {
            String path = prefix + name;
            for (int times = random.nextInt(child.isList() ? 3 : 2); times > 0; times--) {
                if (child.item().isPresent()) {
                    used.add(path);
                }
                Element below = element(parent.getOwnerDocument(), child);
                child.codes().editions().keySet().stream().findFirst().ifPresent(below::setTextContent);
                parent.appendChild(below);
                parent.appendChild(parent.getOwnerDocument().createTextNode("\n"));
                fill(random, below, grant, path + "/", used);
            }
        });
        return parent;
    }

    /** A request that asks by one item. */
    private static Element requestBy(PublishedOperation operation, String path) {
        Document document = Documents.empty();
        Element request = element(document, operation.request());
        Element parent = request;
        SchemaTree schema = operation.request();
        for (String name : path.split("/")) {
            schema = schema.at(name).orElseThrow();
            parent = (Element) parent.appendChild(element(document, schema));
        }
        return request;
    }

    private static Element element(Document document, SchemaTree schema) {
        return document.createElementNS(schema.namespace(), schema.name());
    }

    /** What is granted, and the groups that it stands in. */
    private static boolean holds(Set<String> granted, String path) {
        return granted.stream().anyMatch(item -> item.equals(path) || item.startsWith(path + "/"));
    }

    private static Grant grant(PublishedOperation operation, Set<String> items) {
        return new Grant(
                1,
                operation,
                Requested.of(operation, items),
                Shown.of(operation.answer(), false, false),
                new Coverage(Population.ALL, new Reach(Optional.empty(), Optional.empty()), Set.of()),
                new Delivery(operation.ways(), 1, Quota.NONE),
                new Conditions(false, false, 0));
    }

    /** At the item, or at the first group that it stands in and of which nothing is granted. */
    private static void assertRefused(PublishedOperation operation, String path, Set<String> granted, Element request) {
        String at = path;
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            String group = path.substring(0, slash);
            boolean isItem = operation.request().at(group).orElseThrow().item().isPresent();
            if (isItem && !holds(granted, group)) {
                at = group;
                break;
            }
        }
        assertRefused(grant(operation, granted), at, request);
    }

    private static void assertRefused(Grant grant, String path, Element request) {
        ExchangeException refusal =
                catchThrowableOfType(ExchangeException.class, () -> new RequestFilter(grant).checkItems(request));
        assertThat(refusal).isNotNull();
        assertThat(refusal.error())
                .isEqualTo(grant.operation().writes() ? ExchangeError.NOT_TO_BE_SET : ExchangeError.NOT_TO_BE_ASKED);
        assertThat(refusal.field()).contains(path);
        assertThat(Stream.of(refusal.messageLt(), refusal.messageEn())).allMatch(text -> text.contains(path));
    }
}
