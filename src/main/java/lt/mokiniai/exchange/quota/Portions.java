package lt.mokiniai.exchange.quota;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Long lists in statements: Oracle takes at most 1000 values in a list (ORA-01795). */
final class Portions {

    private static final int LARGEST = 500;

    private Portions() {}

    static List<List<String>> of(Collection<String> keys) {
        List<String> all = new ArrayList<>(keys);
        List<List<String>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += LARGEST) {
            portions.add(all.subList(from, Math.min(all.size(), from + LARGEST)));
        }
        return portions;
    }

    /** Gives those keys that a query, asked about portions, does not know. */
    static SortedSet<String> unknown(SortedSet<String> keys, Function<List<String>, List<String>> known) {
        TreeSet<String> unknown = new TreeSet<>(keys);
        of(keys).forEach(portion -> known.apply(portion).forEach(unknown::remove));
        return unknown;
    }
}
