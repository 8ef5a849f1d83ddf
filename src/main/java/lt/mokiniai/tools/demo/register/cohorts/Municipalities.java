package lt.mokiniai.tools.demo.register.cohorts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import lt.mokiniai.tools.demo.register.lists.DemoList;

/** The municipalities of {@code demo/municipalities.csv}, and how many school areas each has. */
public final class Municipalities {

    /** How many areas follow each other until the same municipalities come again. */
    public static final int AREAS = 100;

    private static final double GOLDEN = 0.618_033_988_749_895;

    private final List<Municipality> all;
    private final int totalWeight;
    private final List<Municipality> areas;

    /** Reads the list. */
    public Municipalities() {
        all = DemoList.lines("municipalities.csv").stream()
                .map(Municipality::of)
                .toList();
        totalWeight = all.stream().mapToInt(Municipality::weight).sum();
        areas = inTurn(shares());
    }

    /** A municipality of the list. */
    public record Municipality(String code, String genitive, String countyCentre, String county, int weight) {

        static Municipality of(String[] fields) {
            return new Municipality(fields[0], fields[1], fields[2], fields[3], Integer.parseInt(fields[4]));
        }

        /** Tells whether it is its county's centre, where vocational schools are. */
        public boolean isCountyCentre() {
            return code.equals(countyCentre);
        }
    }

    /** Gives the municipality of each of {@value #AREAS} areas. Every one has an area, large ones have more, and come first. */
    public List<Municipality> areas() {
        return areas;
    }

    /** Gives a municipality by its code. */
    public Municipality of(String code) {
        return all.stream().filter(each -> each.code.equals(code)).findFirst().orElseThrow();
    }

    /** Gives a municipality by chance, the large ones more often. */
    public Municipality any(RandomGenerator chance) {
        int left = chance.nextInt(totalWeight);
        for (Municipality municipality : all) {
            left -= municipality.weight;
            if (left < 0) {
                return municipality;
            }
        }
        throw new IllegalStateException("the weights do not add up");
    }

    /** The method of Webster, after one area for each. */
    private int[] shares() {
        int[] shares = new int[all.size()];
        Arrays.fill(shares, 1);
        for (int left = AREAS - all.size(); left > 0; left--) {
            int neediest = IntStream.range(0, all.size())
                    .boxed()
                    .max(Comparator.comparingDouble(i -> all.get(i).weight / (shares[i] + 0.5)))
                    .orElseThrow();
            shares[neediest]++;
        }
        return shares;
    }

    /** Spreads the areas of each evenly, so that the first ones of all are of large and of small municipalities. */
    private List<Municipality> inTurn(int[] shares) {
        record Turn(double at, Municipality municipality) {}
        List<Integer> largestFirst = IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> -all.get(i).weight))
                .toList();
        List<Turn> turns = new ArrayList<>();
        for (int rank = 0; rank < largestFirst.size(); rank++) {
            int which = largestFirst.get(rank);
            double first = rank < 2 ? 0.05 : rank * GOLDEN % 1;
            for (int i = 0; i < shares[which]; i++) {
                turns.add(new Turn((i + first) / shares[which], all.get(which)));
            }
        }
        return turns.stream()
                .sorted(Comparator.comparingDouble(Turn::at))
                .map(Turn::municipality)
                .toList();
    }
}
