package lt.mokiniai.register.students.paging;

import java.util.Comparator;

/**
 * Where a student stands in a list.
 *
 * @param rank of the student's pseudonym; 0 for everybody where a list is in the order of internal numbers
 * @param id the register's internal number
 */
public record Listed(long rank, long id) implements Comparable<Listed> {

    private static final Comparator<Listed> ORDER =
            Comparator.comparingLong(Listed::rank).thenComparingLong(Listed::id);

    /** Before everybody. */
    public static final Listed BEGINNING = new Listed(0, 0);

    @Override
    public int compareTo(Listed other) {
        return ORDER.compare(this, other);
    }
}
