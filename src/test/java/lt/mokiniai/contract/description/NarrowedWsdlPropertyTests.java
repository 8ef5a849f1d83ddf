package lt.mokiniai.contract.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lt.mokiniai.kernel.ServiceId;
import lt.mokiniai.kernel.scope.Fields;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Element;

/** Over random grants of random operations of every published service, and random messages. */
class NarrowedWsdlPropertyTests {

    private static final URI ADDRESS = URI.create("https://register.example/services");
    private static final Heading HEADING = new Heading(
            List.of(new Heading.Source("MR-2026-014", "1.0", LocalDate.of(2026, 1, 1), 1)), "Gavėjas", "Recipient");
    private static final Map<String, Description> PUBLISHED = new TreeMap<>(Map.of(
            "certificates/v1", Description.published("certificates/v1"),
            "enrolments/v1", Description.published("enrolments/v1"),
            "results/v1", Description.published("results/v1"),
            "tasks/v1", Description.published("tasks/v1"),
            "students/v1", Description.published("students/v1")));

    /** The values granted of each operation that is granted. */
    record Grants(String service, Map<String, Set<String>> values) {

        Description published() {
            return NarrowedWsdlPropertyTests.published(service);
        }

        Set<String> allowed(String operation) {
            return published().answer(operation).allowedBy(values.getOrDefault(operation, Set.of()));
        }

        byte[] file() {
            Map<String, Narrowing> narrowings = new HashMap<>();
            values.keySet()
                    .forEach(operation ->
                            narrowings.put(operation, new Narrowing(path -> true, Fields.of(allowed(operation)))));
            return NarrowedWsdl.of(ServiceId.parse(service), ADDRESS, HEADING, narrowings);
        }
    }

    @Property(tries = 10)
    void holdsTheGrantedOperationsAndElementsAndNoOther(@ForAll("grants") Grants grants) {
        Description narrowed = Description.of(grants.file());

        assertThat(narrowed.operations()).containsExactlyElementsOf(grants.values.keySet());
        assertThat(narrowed.boundOperations()).containsExactlyElementsOf(grants.values.keySet());
        for (String operation : grants.values.keySet()) {
            MessageSchema answer = grants.published().answer(operation);
            assertThat(narrowed.answer(operation).paths())
                    .as(operation)
                    .containsExactlyElementsOf(answer.withoutEmptied(grants.allowed(operation)));
            assertThat(narrowed.request(operation).paths())
                    .as(operation)
                    .isEqualTo(grants.published().request(operation).paths());
        }
    }

    @Property(tries = 10)
    void acceptsEveryAnswerThatTheFilterLetsOut(@ForAll("grants") Grants grants, @ForAll Random random) {
        Description narrowed = Description.of(grants.file());

        for (String operation : grants.values.keySet()) {
            MessageSchema answer = grants.published().answer(operation);
            for (Element whole : List.of(SampleMessage.full(answer, random), SampleMessage.any(answer, random))) {
                Element shown = MessageSchema.narrowed(whole, grants.allowed(operation));
                assertThat(grants.published().accepts(whole)).as(operation).isTrue();
                assertThat(grants.published().accepts(shown)).as(operation).isTrue();
                assertThat(narrowed.accepts(shown)).as(operation).isTrue();
            }
        }
    }

    @Property(tries = 10)
    void refusesAnAnswerWithOneElementMore(@ForAll("grants") Grants grants, @ForAll Random random) {
        Description narrowed = Description.of(grants.file());

        grants.values.forEach((operation, granted) -> {
            MessageSchema answer = grants.published().answer(operation);
            Element whole = SampleMessage.full(answer, random);
            // A message holds one branch of a choice: an element of another would not be shown by any grant.
            Set<String> present = MessageSchema.pathsOf(whole);
            List<String> withheld = answer.grantable().stream()
                    .filter(path -> present.contains(path) && !granted.contains(path))
                    .toList();
            if (!withheld.isEmpty()) {
                Set<String> more = new HashSet<>(granted);
                more.add(withheld.get(random.nextInt(withheld.size())));
                Element shown = MessageSchema.narrowed(whole, answer.allowedBy(more));
                assertThat(grants.published().accepts(shown)).as(operation).isTrue();
                assertThat(narrowed.accepts(shown))
                        .as("%s with %s", operation, more)
                        .isFalse();
            }
        });
    }

    @Property(tries = 40)
    void acceptsExactlyTheRequestsInWhichNothingStandsThatMayNotBeAsked(
            @ForAll("operations") Map.Entry<String, String> operation, @ForAll Random random) {
        Description published = published(operation.getKey());
        MessageSchema request = published.request(operation.getValue());
        List<String> paths = request.paths();
        Set<String> refused = new HashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            refused.add(paths.get(random.nextInt(paths.size())));
        }
        Narrowing narrowing = new Narrowing(
                path -> !refused.contains(path),
                Fields.of(published.answer(operation.getValue()).paths()));
        Element asked = SampleMessage.any(request, random);
        boolean mayBeAsked = MessageSchema.pathsOf(asked).stream().noneMatch(refused::contains);

        assertThat(published.accepts(asked)).isTrue();
        try {
            byte[] file = NarrowedWsdl.of(
                    ServiceId.parse(operation.getKey()), ADDRESS, HEADING, Map.of(operation.getValue(), narrowing));
            assertThat(Description.of(file).accepts(asked)).isEqualTo(mayBeAsked);
        } catch (IllegalArgumentException e) {
            assertThat(mayBeAsked).as(e.getMessage()).isFalse();
        }
    }

    @Property(tries = 10)
    void saysNothingOfWhatIsNotGranted(@ForAll("grants") Grants grants) {
        String file = new String(grants.file(), StandardCharsets.UTF_8);

        assertThat(grants.published().operations())
                .filteredOn(operation -> !grants.values.containsKey(operation))
                .allSatisfy(operation -> assertThat(file).doesNotContainIgnoringCase(operation));
        GeneratedNames names = GeneratedNames.of(grants.file());
        assertThat(names.unused()).isEmpty();
        assertThat(names.clashing()).isEmpty();
    }

    @Property(tries = 10)
    void givesTheSameBytesForTheSameGrants(@ForAll("grants") Grants grants) {
        assertThat(grants.file()).isEqualTo(grants.file());
    }

    /** Not of arbitraries within arbitraries: jqwik would shrink a failure for minutes. */
    @Provide
    Arbitrary<Grants> grants() {
        return Arbitraries.randoms().map(NarrowedWsdlPropertyTests::anyGrants);
    }

    @Provide
    Arbitrary<Map.Entry<String, String>> operations() {
        return Arbitraries.of(PUBLISHED.entrySet().stream()
                .flatMap(service -> service.getValue().operations().stream()
                        .map(operation -> Map.entry(service.getKey(), operation)))
                .toList());
    }

    private static Description published(String service) {
        return Optional.ofNullable(PUBLISHED.get(service)).orElseThrow();
    }

    private static Grants anyGrants(Random random) {
        List<String> services = List.copyOf(PUBLISHED.keySet());
        String service = services.get(random.nextInt(services.size()));
        List<String> operations = published(service).operations();
        Map<String, Set<String>> values = new TreeMap<>();
        int granted = 1 + random.nextInt(operations.size());
        while (values.size() < granted) {
            String operation = operations.get(random.nextInt(operations.size()));
            values.put(operation, some(published(service).answer(operation).grantable(), random));
        }
        return new Grants(service, values);
    }

    /** None, all, or anything between as often. */
    private static Set<String> some(List<String> all, Random random) {
        List<String> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return new TreeSet<>(shuffled.subList(0, random.nextInt(all.size() + 1)));
    }
}
