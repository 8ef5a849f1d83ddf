package mokiniai.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What was measured several times.
 *
 * @param samples in the order of the rounds
 */
record Series<T>(List<T> samples) {

    double median(ToDoubleFunction<T> measure) {
        return median(samples.stream().mapToDouble(measure).toArray());
    }

    /** How far the middle half of the samples spreads, as a share of the median. */
    double spread(ToDoubleFunction<T> measure) {
        double[] sorted = samples.stream().mapToDouble(measure).sorted().toArray();
        int quarter = sorted.length / 4;
        return (sorted[sorted.length - 1 - quarter] - sorted[quarter]) / median(sorted);
    }

    /** The median of the ratios of each round: what slowed the machine slowed both. */
    double ratio(Series<T> other, ToDoubleFunction<T> measure) {
        return median(IntStream.range(0, samples.size())
                .mapToDouble(round ->
                        measure.applyAsDouble(samples.get(round)) / measure.applyAsDouble(other.samples.get(round)))
                .toArray());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
