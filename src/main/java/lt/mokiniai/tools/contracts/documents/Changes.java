package lt.mokiniai.tools.contracts.documents;

import static lt.mokiniai.kernel.texts.Messages.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.tools.contracts.documents.Differences.Difference;
import lt.mokiniai.tools.contracts.documents.Differences.Effect;

/** Collects what differs at one place of a contract, and whether it lets the party do more. */
final class Changes {

    /** Stands for what is not there. */
    static final Text NONE = Text.same("–");

    private static final Text YES = text("words.yes");
    private static final Text NO = text("words.no");

    private final String where;
    private final List<Difference> found = new ArrayList<>();

    /** @param where {@code contract}, or the operation of a grant */
    Changes(String where) {
        this.where = where;
    }

    List<Difference> found() {
        return List.copyOf(found);
    }

    /** Of a part of which nobody can say that one value allows more than another. */
    <T> void part(Text what, T older, T newer, Function<T, Text> part) {
        changed(what, part.apply(older), part.apply(newer), false, false);
    }

    /** An upper bound that is not there does not bound. */
    void most(Text what, Optional<Integer> older, Optional<Integer> newer) {
        int before = older.orElse(Integer.MAX_VALUE);
        int after = newer.orElse(Integer.MAX_VALUE);
        Function<Optional<Integer>, Text> said =
                bound -> bound.map(Text::same).orElseGet(() -> text("diff.not-bounded"));
        changed(what, said.apply(older), said.apply(newer), after > before, after < before);
    }

    /** Of two values that are in an order, the wider one later. */
    <T> void bound(Text what, T older, T newer, Comparator<T> wider) {
        int order = wider.compare(newer, older);
        changed(what, Text.same(older), Text.same(newer), order > 0, order < 0);
    }

    void flag(Text what, boolean older, boolean newer, Effect whenSet) {
        boolean widens = whenSet == Effect.WIDENS ? newer : whenSet == Effect.NARROWS && older;
        changed(what, older ? YES : NO, newer ? YES : NO, widens, whenSet != Effect.CHANGES && !widens);
    }

    /** Names each value that is in one of the two alone. */
    <T extends Comparable<T>> void set(Text what, Set<T> older, Set<T> newer, Effect whenAdded) {
        Set<T> all = new TreeSet<>(older);
        all.addAll(newer);
        for (T value : all) {
            if (!older.contains(value)) {
                add(what, NONE, Text.same(value), whenAdded);
            } else if (!newer.contains(value)) {
                add(what, Text.same(value), NONE, whenAdded == Effect.WIDENS ? Effect.NARROWS : whenAdded);
            }
        }
    }

    /** Names in words each value that is in one of the two alone, and lets the party do more. */
    void named(Text what, Map<String, Text> older, Map<String, Text> newer) {
        Map<String, Text> all = new TreeMap<>(older);
        all.putAll(newer);
        all.forEach((value, words) -> {
            if (!older.containsKey(value)) {
                add(what, NONE, words, Effect.WIDENS);
            } else if (!newer.containsKey(value)) {
                add(what, words, NONE, Effect.NARROWS);
            }
        });
    }

    void changed(Text what, Text before, Text after, boolean widens, boolean narrows) {
        if (!before.equals(after)) {
            add(what, before, after, widens == narrows ? Effect.CHANGES : widens ? Effect.WIDENS : Effect.NARROWS);
        }
    }

    void add(Text what, Text before, Text after, Effect effect) {
        found.add(new Difference(where, what, before, after, effect));
    }
}
