package lt.mokiniai.register.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lt.mokiniai.register.form.RecordKind;

/** A load in a process of its own, that can be killed. It says each batch that is done. */
final class LoadProcess {

    /** Five batches. */
    static final int STUDENTS = 1_000;

    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private static final String DONE = "done ";

    private final Process process;
    private final BufferedReader said;

    private LoadProcess(Process process) {
        this.process = process;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Loads the same students each time. */
    public static void main(String[] arguments) {
        try (LoadNode node = LoadNode.start(arguments[0], Clock.systemUTC());
                LoadRun run =
                        node.bean(LoadRuns.class).begin("killed", List.of()).orElseThrow()) {
            LoadCounts counts = node.bean(RegisterLoad.class)
                    .load(students().files(), run, finding -> {}, done -> System.out.println(DONE + done));
            node.bean(LoadRuns.class).end(run, counts);
        }
    }

    /** Students whose identifiers are said, so that two registers with them are equal. */
    static WrittenRecords students() {
        WrittenRecords all = new WrittenRecords();
        for (int i = 0; i < STUDENTS; i++) {
            String number = "%015d".formatted(i);
            WrittenRecords one = Pupils.whole("k" + number.substring(11), i);
            for (int which = 0; which < 2; which++) {
                one.set(RecordKind.ENROLMENT, which, "registerId", "E" + number);
            }
            all.with(one.set(RecordKind.IDENTITY, 0, "registerId", "P" + number));
        }
        return all;
    }

    static LoadProcess start(String address) {
        try {
            return new LoadProcess(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx512m",
                            "-cp",
                            CLASS_PATH,
                            LoadProcess.class.getName(),
                            address)
                    .redirectErrorStream(true)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the next batch to be done. */
    void awaitBatch() throws IOException {
        StringBuilder before = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(DONE)) {
                return;
            }
            before.append(line).append('\n');
        }
        throw new AssertionError("the load ended before:\n" + before);
    }

    /** Ends it at once, as {@code kill -9} does, unless it ends itself before. */
    void killAfter(int micros) throws InterruptedException {
        process.waitFor(micros, TimeUnit.MICROSECONDS);
        process.destroyForcibly().waitFor();
    }
}
