package lt.mokiniai.tools.contracts;

import static lt.mokiniai.tools.contracts.Changes.same;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.Contract.Obligations;
import lt.mokiniai.contract.model.Contract.Statement;
import lt.mokiniai.contract.model.Contract.Supply;
import lt.mokiniai.kernel.Text;

/** What a new version of a contract changes. */
final class Differences {

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
    record Difference(String where, Text what, Text before, Text after, Effect effect) {}

    /** Where what is changed is of no grant. */
    static final String CONTRACT = "contract";

    private final Changes changes = new Changes(CONTRACT);

    private Differences() {}

    /** Gives all changes: of the contract, then of each grant. */
    static List<Difference> between(Contract older, Contract newer) {
        Differences differences = new Differences();
        differences.compare(older, newer);
        List<Difference> found = new ArrayList<>(differences.changes.found());
        Set<String> operations = new LinkedHashSet<>();
        older.grants().forEach(grant -> operations.add(grant.name()));
        newer.grants().forEach(grant -> operations.add(grant.name()));
        operations.forEach(
                name -> found.addAll(GrantDifferences.between(name, older.grantOf(name), newer.grantOf(name))));
        return found;
    }

    private void compare(Contract older, Contract newer) {
        part("numeris", "id", older, newer, Contract::id);
        part("redakcija", "version", older, newer, Contract::version);
        changes.bound(
                new Text("duomenų sąrašo laida", "edition of the data items"),
                older.edition(),
                newer.edition(),
                Comparator.<Integer>naturalOrder());
        part("rūšis", "kind", older, newer, Contract::kind);
        changes.flag(new Text("sustabdyta", "suspended"), older.suspended(), newer.suspended(), Effect.NARROWS);
        changes.bound(new Text("nuo", "from"), older.from(), newer.from(), Comparator.<LocalDate>reverseOrder());
        changes.bound(new Text("iki", "until"), older.until(), newer.until(), Comparator.<LocalDate>naturalOrder());
        part(
                "šalies kodas",
                "party code",
                older,
                newer,
                contract -> contract.party().code());
        part(
                "šalies pavadinimas (lt)",
                "party name (lt)",
                older,
                newer,
                contract -> contract.party().nameLt());
        part(
                "šalies pavadinimas (en)",
                "party name (en)",
                older,
                newer,
                contract -> contract.party().nameEn());
        part("posistemis", "client", older, newer, contract -> contract.party().client());
        part(
                "atsakymų raktas",
                "key of answers",
                older,
                newer,
                contract -> contract.party().answerAlgorithm());
        changes.set(new Text("sertifikatas", "certificate"), names(older), names(newer), Effect.WIDENS);
        statement("tikslas", "purpose", older.purpose(), newer.purpose());
        statement(
                "teisinis pagrindas teikti", "legal basis to provide", older.basisToProvide(), newer.basisToProvide());
        statement("teisinis pagrindas gauti", "legal basis to receive", older.basisToReceive(), newer.basisToReceive());
        words("tvarka", "procedure", older.procedure(), newer.procedure());
        changes.set(new Text("mokinys", "pupil"), older.students(), newer.students(), Effect.WIDENS);
        part(
                "tiekimo būdas",
                "way of supply",
                older,
                newer,
                contract -> said(contract.supply().map(Supply::way)));
        part(
                "tiekimo tvarkaraštis",
                "schedule of supply",
                older,
                newer,
                contract -> said(contract.supply().flatMap(Supply::schedule)));
        changes.set(new Text("yra šaltinis", "source of"), sources(older), sources(newer), Effect.WIDENS);
        obligations(older.obligations(), newer.obligations());
    }

    private void obligations(Optional<Obligations> older, Optional<Obligations> newer) {
        changes.most(
                new Text("saugoti mėnesių", "months of keeping"),
                older.map(Obligations::keepMonths),
                newer.map(Obligations::keepMonths));
        changes.flag(
                new Text("galima perduoti kitiems", "may be handed on"),
                older.map(Obligations::handOn).orElse(false),
                newer.map(Obligations::handOn).orElse(false),
                Effect.WIDENS);
        words("įsipareigojimai", "obligations", older.map(Obligations::text), newer.map(Obligations::text));
    }

    /** Both languages are compared, and shown whichever is asked for: each of them is signed. */
    private void statement(String lt, String en, Statement older, Statement newer) {
        changes.part(new Text(lt, en), older, newer, said -> same(said(said.text())));
        changes.set(new Text(lt + ", aktas", en + ", act"), acts(older), acts(newer), Effect.CHANGES);
    }

    private void words(String lt, String en, Optional<Text> older, Optional<Text> newer) {
        changes.part(new Text(lt, en), older, newer, text -> same(said(text.map(Differences::said))));
    }

    private void part(String lt, String en, Contract older, Contract newer, Function<Contract, Object> part) {
        changes.part(new Text(lt, en), older, newer, contract -> same(part.apply(contract)));
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
        return value.orElse(Changes.NONE.en());
    }
}
