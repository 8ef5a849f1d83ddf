package lt.mokiniai.tools.contracts.documents;

import static lt.mokiniai.kernel.texts.Messages.text;
import static lt.mokiniai.tools.contracts.documents.Changes.NONE;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.contract.files.ContractCodeLists;
import lt.mokiniai.contract.model.Grant;
import lt.mokiniai.contract.model.Wording;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.Quota;
import lt.mokiniai.kernel.scope.Population;
import lt.mokiniai.kernel.scope.Range;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.tools.contracts.documents.Differences.Difference;
import lt.mokiniai.tools.contracts.documents.Differences.Effect;

/** What a new version of a contract changes in the grant of one operation. */
final class GrantDifferences {

    private static final Text ANY = text("diff.any");

    private final Changes changes;

    private GrantDifferences(Changes changes) {
        this.changes = changes;
    }

    /** Gives what changes; of a grant that is new or taken away, every item and every bound. */
    static List<Difference> between(OperationId operation, Optional<Grant> older, Optional<Grant> newer) {
        Changes changes = new Changes(operation.toString());
        new GrantDifferences(changes).compare(older, newer);
        return changes.found();
    }

    private void compare(Optional<Grant> older, Optional<Grant> newer) {
        changes.flag(text("diff.granted"), older.isPresent(), newer.isPresent(), Effect.WIDENS);
        named(
                "diff.shows",
                older,
                newer,
                grant -> named(grant.operation().answer(), grant.answer().grantable()));
        named("diff.asks-by", older, newer, grant -> named(grant.operation().request(), grant.asks()));
        named("diff.sets", older, newer, grant -> named(grant.operation().request(), grant.writes()));
        if (older.isPresent() && newer.isPresent()) {
            bounds(older.get(), newer.get());
            editions(older.get(), newer.get());
        } else {
            newer.ifPresent(grant -> whole(grant, (what, said) -> changes.add(what, NONE, said, Effect.WIDENS)));
            older.ifPresent(grant -> whole(grant, (what, said) -> changes.add(what, said, NONE, Effect.NARROWS)));
        }
        restrictions(
                items(older, grant -> grant.coverage().restrictions()),
                items(newer, grant -> grant.coverage().restrictions()));
    }

    private void named(
            String key, Optional<Grant> older, Optional<Grant> newer, Function<Grant, Map<String, Text>> items) {
        changes.named(
                text(key), older.map(items).orElse(Map.of()), newer.map(items).orElse(Map.of()));
    }

    /** What an edition of the data items brings that no contract names: it stands there under every grant of the edition. */
    private void editions(Grant older, Grant newer) {
        changes.set(
                text("diff.in-the-answer-without-leave"),
                unnamed(older.answer()),
                unnamed(newer.answer()),
                Effect.WIDENS);
        changes.set(
                text("diff.in-the-request-without-leave"),
                unnamed(older.operation().request()),
                unnamed(newer.operation().request()),
                Effect.WIDENS);
        changes.set(
                text("diff.value"),
                values(older.answer(), newer.answer()),
                values(newer.answer(), older.answer()),
                Effect.WIDENS);
    }

    /** Takes a bound and what it says. */
    private interface Bound {
        void is(Text what, Text said);
    }

    /** Says every bound as the annex does: one that does not restrict is what a reader must not miss. */
    private static void whole(Grant grant, Bound bound) {
        if (!grant.operation().writes() && grant.asks().isEmpty()) {
            bound.is(text("diff.asks-by"), text("diff.no-item-that-needs-leave"));
        }
        Annex.terms(grant).stream()
                .filter(term -> !term.key().equals(Annex.RESTRICTIONS)
                        || grant.coverage().restrictions().isEmpty())
                .forEach(term -> term.values().forEach(said -> bound.is(term.label(), said)));
    }

    private void bounds(Grant older, Grant newer) {
        populations(older.coverage().population(), newer.coverage().population());
        depth(older.coverage().reach(), newer.coverage().reach());
        changes.set(
                text("diff.delivery"), older.delivery().ways(), newer.delivery().ways(), Effect.WIDENS);
        changes.bound(
                text("diff.largest-batch"),
                older.delivery().largestBatch(),
                newer.delivery().largestBatch(),
                Comparator.<Integer>naturalOrder());
        quotas(older.delivery().quota(), newer.delivery().quota());
        changes.flag(
                text("diff.reasons-of-absence"),
                older.shown().reasons(),
                newer.shown().reasons(),
                Effect.WIDENS);
        changes.flag(
                text("diff.pseudonym"), older.shown().pseudonym(), newer.shown().pseudonym(), Effect.CHANGES);
        changes.bound(
                text("diff.days-until-the-student-sees-the-use"),
                older.conditions().visibleAfterDays(),
                newer.conditions().visibleAfterDays(),
                Comparator.<Integer>naturalOrder());
        changes.flag(
                text("diff.requires-userid"),
                older.conditions().requiresUserId(),
                newer.conditions().requiresUserId(),
                Effect.NARROWS);
        changes.flag(
                text("diff.requires-issue"),
                older.conditions().requiresIssue(),
                newer.conditions().requiresIssue(),
                Effect.NARROWS);
    }

    /** A restriction that a contract names is lifted for it: 'restriction' alone would say the opposite. */
    private void restrictions(Set<String> older, Set<String> newer) {
        Set<String> all = new TreeSet<>(older);
        all.addAll(newer);
        all.forEach(kind -> changes.flag(
                text("diff.restriction", ContractCodeLists.named("RESTRICTION", kind)),
                older.contains(kind),
                newer.contains(kind),
                Effect.WIDENS));
    }

    private void populations(Population older, Population newer) {
        criterion("diff.municipality", "MUNICIPALITY", older.municipalities(), newer.municipalities());
        criterion(
                "diff.institution",
                institutions -> Wording.institutions(institutions, ContractCodeLists::named),
                older.study().institutions(),
                newer.study().institutions());
        criterion(
                "diff.school-municipality",
                "MUNICIPALITY",
                older.study().schoolMunicipalities(),
                newer.study().schoolMunicipalities());
        criterion(
                "diff.founder-kind",
                "FOUNDER_KIND",
                older.study().founderKinds(),
                newer.study().founderKinds());
        criterion(
                "diff.founder-municipality",
                "MUNICIPALITY",
                older.study().founderMunicipalities(),
                newer.study().founderMunicipalities());
        criterion(
                "diff.programme-family",
                "PROGRAMME_FAMILY",
                older.study().programmeFamilies(),
                newer.study().programmeFamilies());
        range("diff.class-level", older.study().levels(), newer.study().levels());
        range("diff.age", older.ages(), newer.ages());
        one(older.enrolled(), newer.enrolled());
        criterion("diff.citizenship", "ISO 3166-1", older.citizenships(), newer.citizenships());
    }

    private void quotas(Quota older, Quota newer) {
        changes.most(text("diff.messages-a-minute"), older.messagesPerMinute(), newer.messagesPerMinute());
        changes.most(text("diff.messages-a-day"), older.messagesPerDay(), newer.messagesPerDay());
        changes.most(text("diff.students-a-message"), older.studentsPerMessage(), newer.studentsPerMessage());
        changes.most(
                text("diff.different-students-a-month"),
                older.distinctStudentsPerMonth(),
                newer.distinctStudentsPerMonth());
        changes.most(
                text("diff.looks-a-day-without-an-alarm"), older.repeatedLooksPerDay(), newer.repeatedLooksPerDay());
    }

    private void depth(Grant.Reach older, Grant.Reach newer) {
        Function<Grant.Reach, Text> said = reach -> reach.since()
                .map(day -> text("diff.since", day))
                .or(() -> reach.years().map(years -> text("diff.years", years)))
                .orElse(text("diff.current"));
        boolean wasCurrent = isCurrent(older);
        int order = 0;
        if (older.since().isPresent() && newer.since().isPresent()) {
            order = older.since().get().compareTo(newer.since().get());
        } else if (older.years().isPresent() && newer.years().isPresent()) {
            order = newer.years().get() - older.years().get();
        } else if (wasCurrent || isCurrent(newer)) {
            order = wasCurrent ? 1 : -1;
        }
        // A day and a number of years change places as time goes by.
        changes.changed(text("diff.depth"), said.apply(older), said.apply(newer), order > 0, order < 0);
    }

    private static boolean isCurrent(Grant.Reach reach) {
        return reach.since().isEmpty() && reach.years().isEmpty();
    }

    /** A criterion without values does not restrict. */
    private <V> void criterion(String key, Function<Set<V>, List<Text>> named, Set<V> older, Set<V> newer) {
        boolean widens = newer.isEmpty() || (!older.isEmpty() && newer.containsAll(older));
        boolean narrows = older.isEmpty() || (!newer.isEmpty() && older.containsAll(newer));
        changes.changed(population(key), listed(named, older), listed(named, newer), widens, narrows);
    }

    private void criterion(String key, String list, Set<String> older, Set<String> newer) {
        criterion(key, codes -> Wording.named(codes, list, ContractCodeLists::named), older, newer);
    }

    private void range(String key, Optional<Range> older, Optional<Range> newer) {
        Range before = older.orElse(new Range(Integer.MIN_VALUE, Integer.MAX_VALUE));
        Range after = newer.orElse(new Range(Integer.MIN_VALUE, Integer.MAX_VALUE));
        Function<Optional<Range>, Text> said =
                range -> range.map(bounds -> text("words.range", bounds.from(), bounds.to()))
                        .orElse(ANY);
        boolean widens = after.from() <= before.from() && after.to() >= before.to();
        boolean narrows = after.from() >= before.from() && after.to() <= before.to();
        changes.changed(population(key), said.apply(older), said.apply(newer), widens, narrows);
    }

    private void one(Optional<Boolean> older, Optional<Boolean> newer) {
        Function<Optional<Boolean>, Text> said = enrolled ->
                enrolled.map(is -> text(is ? "diff.true" : "diff.false")).orElse(ANY);
        changes.changed(
                population("diff.enrolled"), said.apply(older), said.apply(newer), newer.isEmpty(), older.isEmpty());
    }

    private static Text population(String key) {
        return text("diff.population", text(key));
    }

    private static <V> Text listed(Function<Set<V>, List<Text>> named, Set<V> values) {
        return values.isEmpty() ? ANY : Wording.anyOf(named.apply(values));
    }

    /** The values that carry no data item; what is left out of an answer is a term of its own. */
    private static Set<String> unnamed(SchemaTree message) {
        return leaves(message)
                .filter(leaf -> leaf.getValue().item().isEmpty())
                .map(Map.Entry::getKey)
                .filter(path -> !List.of(path.split("/")).contains("absence"))
                .collect(Collectors.toSet());
    }

    /** The values of enumerations at the paths that another message has too. */
    private static Set<String> values(SchemaTree message, SchemaTree other) {
        return leaves(message)
                .filter(leaf -> other.at(leaf.getKey()).isPresent())
                .flatMap(leaf ->
                        leaf.getValue().codes().editions().keySet().stream().map(code -> leaf.getKey() + " = " + code))
                .collect(Collectors.toSet());
    }

    private static Stream<Map.Entry<String, SchemaTree>> leaves(SchemaTree message) {
        return message.paths().stream()
                .map(path -> Map.entry(path, message.at(path).orElseThrow()))
                .filter(element -> element.getValue().isLeaf());
    }

    private static Set<String> items(Optional<Grant> grant, Function<Grant, Set<String>> items) {
        return grant.map(items).orElse(Set.of());
    }

    /** What differs is compared without words, and told in them. */
    private static Map<String, Text> named(SchemaTree message, Iterable<String> paths) {
        Map<String, Text> items = new TreeMap<>();
        paths.forEach(path -> {
            Annex.Item item = Annex.item(message.at(path).orElseThrow(), path);
            items.put(path + " (" + item.number() + ", " + item.sensitivity() + ")", item.named());
        });
        return items;
    }
}
