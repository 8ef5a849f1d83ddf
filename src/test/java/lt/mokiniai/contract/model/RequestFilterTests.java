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
    void letsBeAskedByAnItemThatIsGrantedAndByNoOther(String operation, String path) {
        PublishedOperation published =
                PUBLISHED.find(OperationId.parse(operation)).orElseThrow();
        Set<String> allOthers = new HashSet<>(published.request().items());
        allOthers.remove(path);
        Element request = requestBy(published, path);

        assertThatCode(() -> asking(published, Set.of(path)).checkItems(request))
                .doesNotThrowAnyException();
        assertRefused(path, asking(published, allOthers), request);
        assertRefused(path, asking(published, Set.of()), request);
    }

    static List<Arguments> items() {
        return PUBLISHED.all().stream()
                .flatMap(operation -> operation.request().items().stream()
                        .map(path -> Arguments.of(operation.id().toString(), path)))
                .toList();
    }

    @Test
    void someRequestsAskByItems() {
        assertThat(items()).hasSizeGreaterThan(10);
    }

    @Property(tries = 300)
    void letsThroughExactlyTheRequestsWhoseItemsAreAllGranted(@ForAll("grants") Grant grant, @ForAll Random random) {
        List<String> used = new ArrayList<>();
        Element request =
                fill(random, element(Documents.empty(), grant.operation().request()), grant, "", used);
        Optional<String> refused =
                used.stream().filter(path -> !grant.asks().contains(path)).findFirst();

        if (refused.isPresent()) {
            assertRefused(refused.get(), new RequestFilter(grant), request);
        } else {
            assertThatCode(() -> new RequestFilter(grant).checkItems(request)).doesNotThrowAnyException();
        }
    }

    @Provide
    Arbitrary<Grant> grants() {
        return Arbitraries.of(PUBLISHED.all())
                .flatMap(operation ->
                        Arbitraries.subsetOf(operation.request().items()).map(asks -> grant(operation, asks)));
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

    private static RequestFilter asking(PublishedOperation operation, Set<String> asks) {
        return new RequestFilter(grant(operation, asks));
    }

    private static Grant grant(PublishedOperation operation, Set<String> asks) {
        return new Grant(
                1,
                operation,
                asks,
                Shown.of(operation.answer(), false, false),
                new Coverage(Population.ALL, new Reach(Optional.empty(), Optional.empty()), Set.of()),
                new Delivery(operation.ways(), 1, Quota.NONE),
                new Conditions(false, false, 0));
    }

    private static void assertRefused(String path, RequestFilter asking, Element request) {
        ExchangeException refusal = catchThrowableOfType(ExchangeException.class, () -> asking.checkItems(request));
        assertThat(refusal).isNotNull();
        assertThat(refusal.error()).isEqualTo(ExchangeError.NOT_TO_BE_ASKED);
        assertThat(refusal.field()).contains(path);
        assertThat(Stream.of(refusal.messageLt(), refusal.messageEn())).allMatch(text -> text.contains(path));
    }
}
