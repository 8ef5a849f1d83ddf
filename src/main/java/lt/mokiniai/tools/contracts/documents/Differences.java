package lt.mokiniai.tools.contracts.documents;

import static lt.mokiniai.kernel.texts.Messages.text;
import static lt.mokiniai.kernel.texts.Text.same;

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
import lt.mokiniai.contract.model.Contract.Source;
import lt.mokiniai.contract.model.Contract.Statement;
import lt.mokiniai.contract.model.Contract.Supply;
import lt.mokiniai.contract.model.Contract.Way;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.texts.Text;

/** What a new version of a contract changes. */
public final class Differences {

    /** Whether a change lets the party do more. */
    public enum Effect {
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
    public record Difference(String where, Text what, Text before, Text after, Effect effect) {

        /** Tells whether the party may do what was not there before. */
        public boolean isAdded() {
            return before.equals(Changes.NONE) && effect == Effect.WIDENS;
        }

        /** Tells whether the party may no longer do what was there. */
        public boolean isTaken() {
            return after.equals(Changes.NONE) && effect == Effect.NARROWS;
        }
    }

    /** Where what is changed is of no grant. */
    public static final String CONTRACT = "contract";

    private final Changes changes = new Changes(CONTRACT);

    private Differences() {}

    /** Gives all changes: of the contract, then of each grant. */
    public static List<Difference> between(Contract older, Contract newer) {
        Differences differences = new Differences();
        differences.compare(older, newer);
        List<Difference> found = new ArrayList<>(differences.changes.found());
        Set<OperationId> operations = new LinkedHashSet<>();
        older.grants().forEach(grant -> operations.add(grant.id()));
        newer.grants().forEach(grant -> operations.add(grant.id()));
        operations.forEach(id -> found.addAll(GrantDifferences.between(id, older.grantOf(id), newer.grantOf(id))));
        return found;
    }

    private void compare(Contract older, Contract newer) {
        part("diff.id", older, newer, Contract::id);
        part("diff.version", older, newer, Contract::version);
        changes.bound(
                text("diff.edition-of-the-data-items"),
                older.edition(),
                newer.edition(),
                Comparator.<Integer>naturalOrder());
        changes.part(text("diff.kind"), older, newer, contract -> Annex.kind(contract.kind()));
        changes.flag(
                text("diff.suspended"), older.term().suspended(), newer.term().suspended(), Effect.NARROWS);
        changes.bound(
                text("diff.from"), older.term().from(), newer.term().from(), Comparator.<LocalDate>reverseOrder());
        changes.bound(
                text("diff.until"), older.term().until(), newer.term().until(), Comparator.<LocalDate>naturalOrder());
        part("diff.party-code", older, newer, contract -> contract.party().code());
        part(
                "diff.party-name-lt",
                older,
                newer,
                contract -> contract.party().name().lt());
        part(
                "diff.party-name-en",
                older,
                newer,
                contract -> contract.party().name().en());
        part("diff.client", older, newer, contract -> contract.party().client());
        part("diff.key-of-answers", older, newer, contract -> contract.party().answerAlgorithm());
        changes.set(text("diff.certificate"), names(older), names(newer), Effect.WIDENS);
        statement(
                "diff.purpose", older.statements().purpose(), newer.statements().purpose());
        statement(
                "diff.legal-basis-to-provide",
                older.statements().basisToProvide(),
                newer.statements().basisToProvide());
        statement(
                "diff.legal-basis-to-receive",
                older.statements().basisToReceive(),
                newer.statements().basisToReceive());
        words(
                "diff.procedure",
                older.statements().procedure(),
                newer.statements().procedure());
        changes.set(text("diff.student"), older.students(), newer.students(), Effect.WIDENS);
        part(
                "diff.way-of-supply",
                older,
                newer,
                contract -> said(contract.supply()
                        .map(supply -> supply.ways().stream().map(Way::toString).collect(Collectors.joining(", ")))));
        part(
                "diff.register-of-supply",
                older,
                newer,
                contract -> said(contract.supply().flatMap(Supply::register)));
        part(
                "diff.schedule-of-supply",
                older,
                newer,
                contract -> said(contract.supply().flatMap(Supply::schedule)));
        changes.set(text("diff.source-of"), sources(older), sources(newer), Effect.WIDENS);
        changes.set(text("diff.representation"), represented(older), represented(newer), Effect.WIDENS);
        obligations(older.statements().obligations(), newer.statements().obligations());
    }

    private void obligations(Optional<Obligations> older, Optional<Obligations> newer) {
        changes.most(
                text("diff.months-of-keeping"), older.map(Obligations::keepMonths), newer.map(Obligations::keepMonths));
        changes.flag(
                text("diff.may-be-handed-on"),
                older.map(Obligations::handOn).orElse(false),
                newer.map(Obligations::handOn).orElse(false),
                Effect.WIDENS);
        words("diff.obligations", older.map(Obligations::text), newer.map(Obligations::text));
    }

    /** Both languages are compared, and shown whichever is asked for: each of them is signed. */
    private void statement(String key, Statement older, Statement newer) {
        changes.part(text(key), older, newer, said -> same(said(said.text())));
        changes.set(text("diff.act", text(key)), acts(older), acts(newer), Effect.CHANGES);
    }

    private void words(String key, Optional<Text> older, Optional<Text> newer) {
        changes.part(text(key), older, newer, text -> same(said(text.map(Differences::said))));
    }

    private void part(String key, Contract older, Contract newer, Function<Contract, Object> part) {
        changes.part(text(key), older, newer, contract -> same(part.apply(contract)));
    }

    private static Set<String> names(Contract contract) {
        return contract.party().signers().stream()
                .map(signer -> Annex.certificate(signer).en())
                .collect(Collectors.toSet());
    }

    private static Set<String> represented(Contract contract) {
        return contract.representation().stream().map(OperationId::toString).collect(Collectors.toSet());
    }

    private static Set<Source> sources(Contract contract) {
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
