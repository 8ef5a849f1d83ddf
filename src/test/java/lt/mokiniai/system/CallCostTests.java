package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lt.mokiniai.platform.database.CountingDriver;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * No change makes a call dearer unseen: what each operation allocates and how often it goes to the database is compared with
 * numbers that are committed. Neither depends on how fast the machine is. What time a call takes, the benchmark measures
 * (docs/performance.md).
 */
class CallCostTests {

    private static final Path COMMITTED = Path.of("src/test/resources/call-cost.csv");
    private static final String HEAD = "operation,round trips,kB";
    private static final String WRITE = "-Dmokiniai.docs=write writes the numbers anew";

    /**
     * How much more a call may allocate. Identifiers and numbers are of random length, and another JDK has other strings: the
     * numbers of two runs differ by less than 1 %, those of JDK 17 and 25 by less than 5 %.
     */
    private static final double DEARER = 1.08;

    /** From where on the numbers are to be written anew, so that what was won is not lost unseen. */
    private static final double CHEAPER = 0.80;

    private static final int WARM = 30;
    private static final int CALLS = 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final Register REGISTER = Register.start(Map.of(
            "spring.datasource.url",
            "jdbc:h2:mem:cost;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
            "spring.datasource.driver-class-name",
            CountingDriver.class.getName()));

    /** What one call costs. */
    private record Cost(long roundTrips, long kilobytes) {

        String row(String operation) {
            return operation + "," + roundTrips + "," + kilobytes;
        }
    }

    @AfterAll
    static void stop() {
        REGISTER.close();
    }

    @Test
    void noOperationCostsMoreThanIsCommitted() throws IOException {
        Map<String, Cost> measured = new TreeMap<>();
        // What is written is another thing at each call.
        Questions.operations().stream()
                .filter(operation -> !Questions.isWrittenBy(operation))
                .forEach(operation -> measured.put(operation, measure(operation)));
        if ("write".equals(System.getProperty("mokiniai.docs"))) {
            Files.write(
                    COMMITTED,
                    Stream.concat(
                                    Stream.of(HEAD),
                                    measured.entrySet().stream()
                                            .map(entry -> entry.getValue().row(entry.getKey())))
                            .toList());
        }
        Map<String, Cost> committed = committed();
        assertThat(committed.keySet()).as(WRITE).isEqualTo(measured.keySet());
        assertThat(measured.keySet().stream()
                        .flatMap(operation -> differences(operation, measured.get(operation), committed.get(operation)))
                        .toList())
                .as("what calls cost, beside %s; %s, and the commit says why", COMMITTED, WRITE)
                .isEmpty();
    }

    private static Stream<String> differences(String operation, Cost measured, Cost committed) {
        List<String> found = new ArrayList<>();
        if (measured.roundTrips != committed.roundTrips) {
            found.add(
                    operation + " goes to the database " + measured.roundTrips + " times, not " + committed.roundTrips);
        }
        double ratio = (double) measured.kilobytes / committed.kilobytes;
        if (ratio > DEARER || (ratio < CHEAPER && isCompiledAsInTheBuild())) {
            found.add(operation + " allocates " + measured.kilobytes + " kB, not " + committed.kilobytes);
        }
        return found.stream();
    }

    /** The second compiler spares objects that do not leave a method: in an IDE, say, a call allocates less. */
    private static boolean isCompiledAsInTheBuild() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().contains("-XX:TieredStopAtLevel=1");
    }

    /** Whether a vendor may act is one question more, and only its messages ask it. */
    @Test
    void whoActsForAnInstitutionGoesToTheDatabaseOnceMore() {
        Cost school = measure(() -> REGISTER.as("school").getStudent(DemoCast.KAUNAS_STUDENT));
        Cost vendor = measure(
                () -> REGISTER.as("vendor").getStudent(DemoCast.KAUNAS_STUDENT).representing(DemoCast.SCHOOL));
        assertThat(vendor.roundTrips()).isEqualTo(school.roundTrips() + 1);
    }

    private static Cost measure(String operation) {
        String content = Questions.content(REGISTER, operation);
        return measure(() -> REGISTER.as(Questions.whoMay(operation)).asks(operation, content));
    }

    private static Cost measure(Supplier<Message> call) {
        List<Message> messages = Stream.generate(call).limit(WARM + CALLS).toList();
        messages.subList(0, WARM).forEach(CallCostTests::send);
        List<Message> counted = messages.subList(WARM, messages.size());
        counted.forEach(Message::bytes);
        long trips = CountingDriver.count();
        long bytes = allocated();
        counted.forEach(CallCostTests::send);
        bytes = allocated() - bytes;
        trips = CountingDriver.count() - trips;
        return new Cost(Math.round((double) trips / CALLS), Math.round(bytes / 1e3 / CALLS));
    }

    private static void send(Message message) {
        assertThat(message.send().status()).as(message.toString()).isEqualTo(200);
    }

    /** What the threads that answer have allocated so far. */
    private static long allocated() {
        long[] answering = Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().matches("http-nio-.*-exec-.*"))
                .mapToLong(ThreadInfo::getThreadId)
                .toArray();
        return Arrays.stream(THREADS.getThreadAllocatedBytes(answering)).sum();
    }

    private static Map<String, Cost> committed() throws IOException {
        Map<String, Cost> committed = new TreeMap<>();
        for (String line : Files.readAllLines(COMMITTED)) {
            if (!line.equals(HEAD)) {
                String[] cells = line.split(",", -1);
                committed.put(cells[0], new Cost(Long.parseLong(cells[1]), Long.parseLong(cells[2])));
            }
        }
        return committed;
    }
}
