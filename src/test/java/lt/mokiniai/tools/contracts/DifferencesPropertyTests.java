package lt.mokiniai.tools.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.tools.contracts.documents.Differences;
import lt.mokiniai.tools.contracts.documents.Differences.Difference;
import lt.mokiniai.tools.contracts.documents.Differences.Effect;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DifferencesPropertyTests {

    private static final List<String> ITEMS =
            PublishedOperations.load()
                    .find(OperationId.parse("students/v1/findStudents"))
                    .orElseThrow()
                    .answer()
                    .grantable()
                    .stream()
                    .filter(path -> !path.endsWith("/pseudonym")
                            && !path.endsWith("/version")
                            && !path.contains("/restriction"))
                    .toList();

    @Provide
    Arbitrary<Set<String>> items() {
        return Arbitraries.of(ITEMS).set().ofMinSize(1);
    }

    @Property(tries = 200)
    void aContractDoesNotDifferFromItself(@ForAll("items") Set<String> shown) {
        assertThat(Differences.between(showing(shown), showing(shown))).isEmpty();
    }

    @Property(tries = 200)
    void namesExactlyTheItemsThatAreInOneOfTheTwo(
            @ForAll("items") Set<String> before, @ForAll("items") Set<String> after) {
        List<Difference> differences = Differences.between(showing(before), showing(after));

        assertThat(differences).allMatch(difference -> difference.what().en().equals("shows"));
        assertThat(paths(differences, Effect.WIDENS)).isEqualTo(minus(after, before));
        assertThat(paths(differences, Effect.NARROWS)).isEqualTo(minus(before, after));
        assertThat(differences)
                .hasSize(minus(after, before).size() + minus(before, after).size());
    }

    private static Set<String> paths(List<Difference> differences, Effect effect) {
        return differences.stream()
                .filter(difference -> difference.effect() == effect)
                .map(difference -> effect == Effect.WIDENS
                        ? difference.after().en()
                        : difference.before().en())
                .map(item -> item.substring(0, item.indexOf(' ')))
                .collect(Collectors.toSet());
    }

    private static Set<String> minus(Set<String> some, Set<String> others) {
        Set<String> rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static Contract showing(Set<String> paths) {
        String items =
                paths.stream().map(path -> "<item path=\"" + path + "\"/>").collect(Collectors.joining());
        String text = ContractText.example();
        int find = text.indexOf("operation=\"findStudents\"");
        int begin = text.indexOf("<fields>", find);
        int end = text.indexOf("</fields>", find);
        return ContractText.read(text.substring(0, begin) + "<fields>" + items + text.substring(end));
    }
}
