package mokiniai.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Starts stacks that others would answer the same calls with: their main classes are in {@code rivals}. */
final class Rival {

    /** Of the processes that are not the register's: enough memory, and the collector that costs least CPU. */
    static final List<String> OPTIONS = List.of("-XX:+UseParallelGC", "-Xms512m", "-Xmx512m");

    private static final Pattern LISTENS = Pattern.compile("^listens on (http://.*)$");
    private static final String RIVALS = "mokiniai.bench.rivals.";

    private Rival() {}

    /** CXF as its documentation says: RSA-2048, the JDK's provider. */
    static Server stockCxf(Path folder, Keys keys) {
        return start(Results.STOCK, "CxfServer", "stock", folder, keys);
    }

    /** The same on P-256 with Corretto, keys and certificates kept. */
    static Server tunedCxf(Path folder, Keys keys) {
        return start(Results.TUNED, "CxfServer", "tuned", folder, keys);
    }

    /** Spring-WS with the keys and the provider of the tuned CXF. */
    static Server springWs(Path folder, Keys keys) {
        return start(Results.SPRING, "SpringServer", "tuned", folder, keys);
    }

    private static Server start(String name, String main, String how, Path folder, Keys keys) {
        MeasuredProcess process = MeasuredProcess.start(
                MeasuredProcess.java(
                        OPTIONS,
                        RIVALS + main,
                        how,
                        keys.folder().toString(),
                        folder.resolve(Exchange.ANSWER).toString()),
                LISTENS);
        return new Server(name, process.readAside(), process.told(1) + "/services", keys, () -> 0);
    }
}
