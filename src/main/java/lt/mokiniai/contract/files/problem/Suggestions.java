package lt.mokiniai.contract.files.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** What was probably meant. */
public final class Suggestions {

    private static final int MOST = 3;

    private Suggestions() {}

    /** Gives the known names that are nearest to a wanted one. */
    public static String nearest(String wanted, Collection<String> known) {
        return known.stream()
                .sorted(Comparator.comparingInt(candidate -> distance(wanted, candidate)))
                .limit(MOST)
                .collect(Collectors.joining(", "));
    }

    /** Levenshtein's distance: how many letters must change. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + change);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
