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

/** The register itself, started as the README starts it: the packaged jar by its launcher, with no option but a port. */
final class OurServer {

    private static final Pattern STARTED = Pattern.compile("The start page is (http://localhost:[0-9]+)/");
    private static final Path LAUNCHER = Path.of("target/mokiniai");

    private OurServer() {}

    /** Starts one; nothing of its database is measured. */
    static Server start(String name, Path folder, Map<String, String> settings) {
        return start(name, folder, settings, () -> 0);
    }

    static Server start(String name, Path folder, Map<String, String> settings, LongSupplier databaseNanos) {
        MeasuredProcess process = MeasuredProcess.start(command(folder, settings), STARTED);
        return new Server(name, process.readAside(), process.told(1) + "/services", new Keys(folder), databaseNanos);
    }

    /** Of the packaged register; of its classes where nothing is packaged yet. */
    static List<String> command(Path folder, Map<String, String> settings) {
        List<String> command = isPackaged()
                ? new ArrayList<>(List.of(LAUNCHER.toString()))
                : MeasuredProcess.java(List.of(), Main.class.getName());
        command.addAll(List.of(
                "serve",
                "--demo",
                "--server.port=0",
                "--management.server.port=0",
                "--mokiniai.demo.folder=" + folder));
        settings.forEach((setting, value) -> command.add("--" + setting + "=" + value));
        return command;
    }

    static boolean isPackaged() {
        try (Stream<Path> files = Files.list(LAUNCHER.getParent())) {
            return Files.exists(LAUNCHER)
                    && files.anyMatch(file -> file.getFileName().toString().matches("mokiniai-.*(?<!-tests)\\.jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
