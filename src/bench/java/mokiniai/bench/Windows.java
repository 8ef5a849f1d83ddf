package mokiniai.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Windows of several subjects, interleaved: A B C A B C. Each is warmed first, until what a call costs is the same in three
 * windows.
 */
final class Windows {

    private static final double FLAT = 0.05;

    /** How much CPU a server has to become warm at the most, where its calls are long: so much for each call it should have. */
    private static final Duration LONG_CALL = Duration.ofMillis(15);

    private static final int MOST_CALLS = 100_000;

    private final Settings settings;

    Windows(Settings settings) {
        this.settings = settings;
    }

    /**
     * Runs them, and gives the samples of each.
     *
     * @param leastWarmUp how many calls each has before its first window
     */
    Map<Subject, Series<Sample>> run(List<? extends Subject> subjects, int leastWarmUp) {
        List<Integer> calls =
                subjects.stream().map(subject -> warm(subject, leastWarmUp)).toList();
        Map<Subject, Series<Sample>> all = new LinkedHashMap<>();
        List<Series<Sample>> series = subjects.stream()
                .map(subject -> new Series<Sample>(new ArrayList<>()))
                .toList();
        for (int round = 0; round < settings.rounds(); round++) {
            for (int index = 0; index < subjects.size(); index++) {
                series.get(index).samples().add(subjects.get(index).window(calls.get(index)));
            }
        }
        for (int index = 0; index < subjects.size(); index++) {
            all.put(subjects.get(index), series.get(index));
        }
        return all;
    }

    /** Gives how many calls a window has. */
    private int warm(Subject subject, int leastWarmUp) {
        int calls = subject.firstCalls();
        long spent = 0;
        int called = 0;
        List<Double> costs = new ArrayList<>();
        while (spent < LONG_CALL.multipliedBy(leastWarmUp).toNanos()) {
            Sample sample = subject.window(calls);
            spent += sample.cpuNanos();
            called += calls;
            costs.add(sample.cpuMillis());
            System.out.printf(
                    "  warm %s: %d calls, %.3f ms, %.0f kB, %.1f s%n",
                    subject.name(), calls, sample.cpuMillis(), sample.kilobytes(), sample.wallNanos() / 1e9);
            double fitting = settings.window().toMillis() / Math.max(0.001, sample.cpuMillis());
            calls = (int) Math.max(2, Math.min(Math.min(MOST_CALLS, calls * 4), fitting));
            if (called >= leastWarmUp && isFlat(costs)) {
                break;
            }
        }
        return calls;
    }

    private static boolean isFlat(List<Double> costs) {
        if (costs.size() < 3) {
            return false;
        }
        List<Double> last = costs.subList(costs.size() - 3, costs.size());
        double least = last.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double most = last.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return most <= least * (1 + FLAT);
    }
}
