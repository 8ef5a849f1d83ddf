package mokiniai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lt.mokiniai.tools.command.Main;

/** The register itself, the packaged jar, started by its launcher. */
final class OurServer {

    private static final Pattern STARTED = Pattern.compile("The start page is (http://localhost:[0-9]+)/");
    private static final Path LAUNCHER = Path.of("target/mokiniai");

    private OurServer() {}

    /** Starts one as a demo is started. */
    static Server start(String name, Path folder) {
        return start(name, packaged(), "", folder, Map.of(), () -> 0);
    }

    /** Starts one beside a database server, with the heap and the collector of the rivals. */
    static Server start(String name, Path folder, Postgres database) {
        return start(
                name, packaged(), String.join(" ", Rival.OPTIONS), folder, database.settings(), database::cpuNanos);
    }

    /** Starts one to be filled. */
    static Server start(Path folder, Map<String, String> settings) {
        return start("", packaged(), "", folder, settings, () -> 0);
    }

    /** Starts the classes of this class path, of which some are not in the jar. */
    static Server unpackaged(String name, Path folder, Map<String, String> settings) {
        return start(name, classes(), "", folder, settings, () -> 0);
    }

    /** Archives the classes of the jar, as whoever starts it often does; nothing where there is no jar. */
    static void prepare() {
        if (isPackaged()) {
            try {
                new ProcessBuilder(LAUNCHER.toString(), "prepare")
                        .inheritIO()
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Server start(
            String name,
            List<String> command,
            String options,
            Path folder,
            Map<String, String> settings,
            LongSupplier databaseNanos) {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of(
                "serve",
                "--demo",
                "--server.port=0",
                "--management.server.port=0",
                "--mokiniai.demo.folder=" + folder));
        settings.forEach((setting, value) -> words.add("--" + setting + "=" + value));
        MeasuredProcess process = MeasuredProcess.start(words, Map.of("MOKINIAI_OPTS", options), STARTED);
        return new Server(name, process.readAside(), process.told(1) + "/services", new Keys(folder), databaseNanos);
    }

    private static List<String> packaged() {
        return isPackaged() ? List.of(LAUNCHER.toString()) : classes();
    }

    private static List<String> classes() {
        return MeasuredProcess.java(List.of(), Main.class.getName());
    }

    /** Nothing is packaged yet where somebody runs the benchmark from an IDE. */
    private static boolean isPackaged() {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return Files.exists(LAUNCHER)
                    && files.anyMatch(file -> file.getFileName().toString().matches("mokiniai-.*\\.jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
