package mokiniai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The demo as the README starts it, started again, and one call of its command line.
 *
 * @param wallSeconds from the command to the first answer
 * @param cpuSeconds of the process until then
 * @param residentMegabytes that it holds at rest, {@link #REST} later
 * @param callSeconds CPU of one {@code call} of the command line
 */
record Startup(double wallSeconds, double cpuSeconds, double residentMegabytes, double callSeconds) {

    /** The students of a demo that nobody asked to be larger. */
    static final int STUDENTS = 10_000;

    static final Duration REST = Duration.ofSeconds(20);

    private static final int KILOBYTES = 1_000;

    /** Starts one on a folder that was started before. */
    static Startup of(Path folder, Question question) {
        Requests requests = new Requests(question, new Keys(folder));
        byte[] request = requests.make(1).get(0);
        long begun = System.nanoTime();
        try (Server server = OurServer.start("", folder)) {
            new Connection(server, requests.operation()).send(request);
            double wall = (System.nanoTime() - begun) / 1e9;
            double cpu = server.process().cpuNanos() / 1e9;
            TimeUnit.MILLISECONDS.sleep(REST.toMillis());
            double resident = resident(server.process().pid());
            return new Startup(wall, cpu, resident, call(folder, question));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Series<Startup> series(Path folder, Question question, int times) {
        OurServer.prepare();
        List<Startup> all = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            all.add(of(folder, question));
        }
        return new Series<>(all);
    }

    private static double call(Path folder, Question question) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                folder.resolve("mokiniai").toString(),
                "call",
                question.operation(),
                "--as",
                question.party(),
                "--issue",
                "B-2026-77"));
        question.words().of(0).forEach((path, values) -> values.forEach(value -> command.add(path + "=" + value)));
        try {
            double before = childrenSeconds();
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " fails");
            }
            return childrenSeconds() - before;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** CPU of the processes that this one has waited for, as Linux counts it, in ticks (proc(5), cutime and cstime). */
    private static double childrenSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / 100.0;
    }

    private static double resident(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KILOBYTES)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
