package lt.mokiniai.register.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cuts a collection into pieces that a database takes in one list: Oracle takes 1000 (ORA-01795). */
public final class Chunks {

    private static final int SIZE = 512;

    private Chunks() {}

    /** Gives the pieces, in order; none for an empty collection. */
    public static <T> Stream<List<T>> of(Collection<T> all) {
        return of(new ArrayList<>(all), SIZE);
    }

    /** Gives the pieces of a list, in order, none of them larger than wanted. */
    public static <T> Stream<List<T>> of(List<T> all, int wanted) {
        int size = Math.min(wanted, SIZE);
        return IntStream.iterate(0, from -> from < all.size(), from -> from + size)
                .mapToObj(from -> all.subList(from, Math.min(from + size, all.size())));
    }
}
