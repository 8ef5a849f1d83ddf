package mokiniai.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The samples of one subject, one a round.
 *
 * @param samples in the order of the rounds
 */
record Series(List<Sample> samples) {

    double median(ToDoubleFunction<Sample> measure) {
        return median(samples.stream().mapToDouble(measure).toArray());
    }

    /** The median of the ratios of each round: what slowed the machine slowed both. */
    double ratio(Series other, ToDoubleFunction<Sample> measure) {
        return median(IntStream.range(0, samples.size())
                .mapToDouble(round ->
                        measure.applyAsDouble(samples.get(round)) / measure.applyAsDouble(other.samples.get(round)))
                .toArray());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
