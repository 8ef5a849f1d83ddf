package lt.mokiniai.clerk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import lt.mokiniai.contract.Contract;
import lt.mokiniai.contract.Contract.Obligations;
import lt.mokiniai.contract.Contract.Statement;
import lt.mokiniai.contract.Contract.Supply;
import lt.mokiniai.contract.Contract.Text;
import lt.mokiniai.contract.Grant;
import lt.mokiniai.kernel.Population;
import lt.mokiniai.kernel.Quota;
import lt.mokiniai.kernel.Range;
import lt.mokiniai.schema.SchemaTree;

/** What a new version of a contract changes. */
final class Differences {

    /** Stands for what is not there. */
    static final String NONE = "–";

    /** Whether a change lets the party do more. */
    enum Effect {
        WIDENS,
        NARROWS,
        CHANGES
    }

    /**
     * One change.
     *
     * @param where {@code contract}, or the operation of a grant
     * @param what which thing is changed
     * @param before what it was; a dash when it was not there
     * @param after what it is; a dash when it is not there
     * @param effect whether the party may do more, or less; neither where that is not clear
     */
    record Difference(String where, String what, String before, String after, Effect effect) {}

    private final List<Difference> found = new ArrayList<>();
    private String where = "contract";

    private Differences() {}

    /** Gives all changes: of the contract, then of each grant. */
    static List<Difference> between(Contract older, Contract newer) {
        Differences differences = new Differences();
        differences.compare(older, newer);
        return differences.found;
    }

    private void compare(Contract older, Contract newer) {
        changed("id", older, newer, Contract::id);
        changed("version", older, newer, Contract::version);
        changed("kind", older, newer, Contract::kind);
        flag("suspended", older.suspended(), newer.suspended(), Effect.NARROWS);
        bound("from", older.from(), newer.from(), Comparator.<LocalDate>reverseOrder());
        bound("until", older.until(), newer.until(), Comparator.<LocalDate>naturalOrder());
        changed("party code", older, newer, contract -> contract.party().code());
        changed("party name (lt)", older, newer, contract -> contract.party().nameLt());
        changed("party name (en)", older, newer, contract -> contract.party().nameEn());
        changed("client", older, newer, contract -> contract.party().client());
        changed("key of answers", older, newer, contract -> contract.party().answerAlgorithm());
        set("certificate", names(older), names(newer), Effect.WIDENS);
        statement("purpose", older.purpose(), newer.purpose());
        statement("legal basis to provide", older.basisToProvide(), newer.basisToProvide());
        statement("legal basis to receive", older.basisToReceive(), newer.basisToReceive());
        words("procedure", older.procedure(), newer.procedure());
        set("pupil", older.pupils(), newer.pupils(), Effect.WIDENS);
        changed(
                "way of supply",
                older,
                newer,
                contract -> said(contract.supply().map(Supply::way)));
        changed(
                "schedule of supply",
                older,
                newer,
                contract -> said(contract.supply().flatMap(Supply::schedule)));
        set("source of", sources(older), sources(newer), Effect.WIDENS);
        obligations(older.obligations(), newer.obligations());
        Set<String> operations = new LinkedHashSet<>();
        older.grants().forEach(grant -> operations.add(grant.name()));
        newer.grants().forEach(grant -> operations.add(grant.name()));
        operations.forEach(name -> grants(name, older.grantOf(name), newer.grantOf(name)));
    }

    private void obligations(Optional<Obligations> older, Optional<Obligations> newer) {
        most("months of keeping", older.map(Obligations::keepMonths), newer.map(Obligations::keepMonths));
        flag(
                "may be handed on",
                older.map(Obligations::handOn).orElse(false),
                newer.map(Obligations::handOn).orElse(false),
                Effect.WIDENS);
        words("obligations", older.map(Obligations::text), newer.map(Obligations::text));
    }

    private void grants(String name, Optional<Grant> older, Optional<Grant> newer) {
        where = name;
        flag("granted", older.isPresent(), newer.isPresent(), Effect.WIDENS);
        set("shows", items(older, this::shown), items(newer, this::shown), Effect.WIDENS);
        set("asks by", items(older, this::asked), items(newer, this::asked), Effect.WIDENS);
        if (older.isPresent() && newer.isPresent()) {
            bounds(older.get(), newer.get());
        }
    }

    private void bounds(Grant older, Grant newer) {
        populations(older.population(), newer.population());
        depth(older.reach(), newer.reach());
        set("delivery", older.ways(), newer.ways(), Effect.WIDENS);
        bound("largest batch", older.largestBatch(), newer.largestBatch(), Comparator.<Integer>naturalOrder());
        quotas(older.quota(), newer.quota());
        flag("reasons of absence", older.reasons(), newer.reasons(), Effect.WIDENS);
        flag("pseudonym", older.pseudonym(), newer.pseudonym(), Effect.CHANGES);
        bound(
                "days until the pupil sees the use",
                older.visibleAfterDays(),
                newer.visibleAfterDays(),
                Comparator.<Integer>naturalOrder());
        flag("requires userId", older.requiresUserId(), newer.requiresUserId(), Effect.NARROWS);
        flag("requires issue", older.requiresIssue(), newer.requiresIssue(), Effect.NARROWS);
        set("restriction", older.restrictions(), newer.restrictions(), Effect.WIDENS);
    }

    private void populations(Population older, Population newer) {
        criterion("municipality", older.municipalities(), newer.municipalities());
        criterion("institution", older.institutions(), newer.institutions());
        criterion("founder kind", older.founderKinds(), newer.founderKinds());
        criterion("programme family", older.programmeFamilies(), newer.programmeFamilies());
        range("class level", older.levels(), newer.levels());
        range("age", older.ages(), newer.ages());
        one("enrolled", older.enrolled(), newer.enrolled());
        criterion("citizenship", older.citizenships(), newer.citizenships());
    }

    private void quotas(Quota older, Quota newer) {
        most("messages a minute", older.messagesPerMinute(), newer.messagesPerMinute());
        most("messages a day", older.messagesPerDay(), newer.messagesPerDay());
        most("pupils a message", older.pupilsPerMessage(), newer.pupilsPerMessage());
        most("different pupils a month", older.distinctPupilsPerMonth(), newer.distinctPupilsPerMonth());
        most("looks a day without an alarm", older.repeatedLooksPerDay(), newer.repeatedLooksPerDay());
    }

    private void depth(Grant.Reach older, Grant.Reach newer) {
        Function<Grant.Reach, String> said = reach -> reach.since()
                .map(day -> "since " + day)
                .or(() -> reach.years().map(years -> years + " years"))
                .orElse("current");
        int order = 0;
        if (older.since().isPresent() && newer.since().isPresent()) {
            order = older.since().get().compareTo(newer.since().get());
        } else if (older.years().isPresent() && newer.years().isPresent()) {
            order = newer.years().get() - older.years().get();
        } else if (said.apply(older).equals("current") || said.apply(newer).equals("current")) {
            order = said.apply(older).equals("current") ? 1 : -1;
        }
        // A day and a number of years change places as time goes by.
        changed("depth", said.apply(older), said.apply(newer), order > 0, order < 0);
    }

    /** A criterion without values does not restrict. */
    private void criterion(String what, Set<String> older, Set<String> newer) {
        boolean widens = newer.isEmpty() || (!older.isEmpty() && newer.containsAll(older));
        boolean narrows = older.isEmpty() || (!newer.isEmpty() && older.containsAll(newer));
        changed("population: " + what, listed(older, "any"), listed(newer, "any"), widens, narrows);
    }

    private void range(String what, Optional<Range> older, Optional<Range> newer) {
        Range before = older.orElse(new Range(Integer.MIN_VALUE, Integer.MAX_VALUE));
        Range after = newer.orElse(new Range(Integer.MIN_VALUE, Integer.MAX_VALUE));
        Function<Optional<Range>, String> said = range ->
                range.map(bounds -> bounds.from() + " to " + bounds.to()).orElse("any");
        boolean widens = after.from() <= before.from() && after.to() >= before.to();
        boolean narrows = after.from() >= before.from() && after.to() <= before.to();
        changed("population: " + what, said.apply(older), said.apply(newer), widens, narrows);
    }

    private void one(String what, Optional<Boolean> older, Optional<Boolean> newer) {
        Function<Optional<Boolean>, String> said =
                value -> value.map(String::valueOf).orElse("any");
        changed("population: " + what, said.apply(older), said.apply(newer), newer.isEmpty(), older.isEmpty());
    }

    /** An upper bound that is not there does not bound. */
    private void most(String what, Optional<Integer> older, Optional<Integer> newer) {
        int before = older.orElse(Integer.MAX_VALUE);
        int after = newer.orElse(Integer.MAX_VALUE);
        Function<Optional<Integer>, String> said =
                bound -> bound.map(String::valueOf).orElse("not bounded");
        changed(what, said.apply(older), said.apply(newer), after > before, after < before);
    }

    private <T> void bound(String what, T older, T newer, Comparator<T> wider) {
        int order = wider.compare(newer, older);
        changed(what, String.valueOf(older), String.valueOf(newer), order > 0, order < 0);
    }

    private void flag(String what, boolean older, boolean newer, Effect whenSet) {
        boolean widens = whenSet == Effect.WIDENS ? newer : whenSet == Effect.NARROWS && older;
        changed(what, older ? "yes" : "no", newer ? "yes" : "no", widens, whenSet != Effect.CHANGES && !widens);
    }

    private void set(String what, Set<String> older, Set<String> newer, Effect whenAdded) {
        Set<String> all = new TreeSet<>(older);
        all.addAll(newer);
        for (String value : all) {
            if (!older.contains(value)) {
                add(what, NONE, value, whenAdded);
            } else if (!newer.contains(value)) {
                add(what, value, NONE, whenAdded == Effect.WIDENS ? Effect.NARROWS : whenAdded);
            }
        }
    }

    private void statement(String what, Statement older, Statement newer) {
        changed(what, older, newer, said -> said(said.text()));
        set(what + ", act", acts(older), acts(newer), Effect.CHANGES);
    }

    private void words(String what, Optional<Text> older, Optional<Text> newer) {
        changed(what, older, newer, text -> said(text.map(Differences::said)));
    }

    private <T> void changed(String what, T older, T newer, Function<T, Object> part) {
        changed(what, String.valueOf(part.apply(older)), String.valueOf(part.apply(newer)), false, false);
    }

    private void changed(String what, String before, String after, boolean widens, boolean narrows) {
        if (!before.equals(after)) {
            add(what, before, after, widens == narrows ? Effect.CHANGES : widens ? Effect.WIDENS : Effect.NARROWS);
        }
    }

    private void add(String what, String before, String after, Effect effect) {
        found.add(new Difference(where, what, before, after, effect));
    }

    private Set<String> shown(Grant grant) {
        return named(grant.operation().answer(), grant.answer().grantable());
    }

    private Set<String> asked(Grant grant) {
        return named(grant.operation().request(), grant.asks());
    }

    private static Set<String> items(Optional<Grant> grant, Function<Grant, Set<String>> items) {
        return grant.map(items).orElse(Set.of());
    }

    private static Set<String> named(SchemaTree message, Iterable<String> paths) {
        Set<String> items = new TreeSet<>();
        paths.forEach(path -> {
            Annex.Item item = Annex.item(message.at(path).orElseThrow(), path);
            items.add(path + " (" + item.number() + ", " + item.sensitivity() + ")");
        });
        return items;
    }

    private static Set<String> names(Contract contract) {
        return contract.signers().stream()
                .map(signer -> Annex.certificate(signer).en())
                .collect(Collectors.toSet());
    }

    private static Set<String> sources(Contract contract) {
        return contract.supply().map(Supply::sourceOf).orElse(Set.of());
    }

    private static Set<String> acts(Statement statement) {
        return statement.acts().stream().map(act -> said(Annex.act(act))).collect(Collectors.toSet());
    }

    private static String said(Text text) {
        return text.lt() + " / " + text.en();
    }

    private static String said(Optional<String> value) {
        return value.orElse(NONE);
    }

    private static String listed(Set<String> values, String whenEmpty) {
        return values.isEmpty() ? whenEmpty : String.join(" or ", new TreeSet<>(values));
    }
}
