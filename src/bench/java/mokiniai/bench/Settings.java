package mokiniai.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What is run, from system properties of the build ({@code -Dbench.…}).
 *
 * @param isQuick a few minutes instead of all: for whoever changes something and wants to see what it brings
 * @param students in the register
 * @param only labels of questions begin with one of these; all where it is empty
 * @param variants letters of what runs, all where it is empty: {@code a} to {@code d} the page says, {@code h} and {@code p}
 *     are ours on H2 and on PostgreSQL; {@code w} how long callers wait, {@code l} the log, {@code f} the profile,
 *     {@code t} round trips, {@code s} starts
 * @param folder where databases are kept from one run to the next
 * @param page that is written
 */
record Settings(boolean isQuick, int students, List<String> only, String variants, Path folder, Path page) {

    static Settings read() {
        boolean isQuick = !System.getProperty("bench.quick", "false").equals("false");
        Path folder = Path.of(System.getProperty("bench.folder", "target/bench"));
        return new Settings(
                isQuick,
                Integer.getInteger("bench.students", 100_000),
                Arrays.stream(System.getProperty("bench.only", "").split(","))
                        .filter(name -> !name.isBlank())
                        .toList(),
                System.getProperty("bench.variants", ""),
                folder,
                isQuick ? folder.resolve("performance.md") : Path.of("docs/performance.md"));
    }

    /** How often each window comes round. */
    int rounds() {
        return isQuick ? 3 : 7;
    }

    /** How much CPU the server has in one window: what else runs on the machine makes a window longer, not smaller. */
    Duration window() {
        return Duration.ofMillis(isQuick ? 1_000 : 2_000);
    }

    /**
     * How many calls it takes at least until the second compiler has seen everything: the register has a method compiled by it
     * from 30,000 calls on (src/main/scripts/mokiniai), and one that is called once for each message is called no oftener.
     */
    int leastWarmUp() {
        return Integer.getInteger("bench.warm", isQuick ? 3_000 : 40_000);
    }

    /** How many it takes where the compilers have seen another question. */
    int leastAnotherWarmUp() {
        return leastWarmUp() / 8;
    }

    /** How long callers come at their times, and how long a profile is taken. */
    Duration openLoop() {
        return Duration.ofSeconds(isQuick ? 8 : 30);
    }

    /** How often the demo is started. */
    int starts() {
        return isQuick ? 1 : 3;
    }

    boolean runs(Question question) {
        return only.isEmpty() || only.stream().anyMatch(question.label()::startsWith);
    }

    /** Whether anything but starts runs. */
    boolean runsACall() {
        return !variants.equals("s");
    }

    boolean runs(char variant) {
        return variants.isEmpty() || variants.indexOf(variant) >= 0;
    }
}
