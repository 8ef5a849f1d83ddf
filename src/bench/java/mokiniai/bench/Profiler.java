package mokiniai.bench;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** async-profiler in the process of a server: where its CPU is, sampled each millisecond. */
final class Profiler {

    private static final String EVERY = "1ms";

    private final Path folder;

    /** @param folder where its library and what it samples are put */
    Profiler(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** Samples a server that answers for so long. Nothing where the platform has no such profiler. */
    Optional<List<String>> stacks(Asked asked, int calls, Duration duration) {
        try {
            Optional<Path> library = library();
            if (library.isEmpty()) {
                return Optional.empty();
            }
            Path file = folder.resolve("stacks.txt");
            asked.prepare(calls);
            say(asked, library.get(), "start,event=itimer,interval=" + EVERY);
            long until = System.nanoTime() + duration.toNanos();
            asked.run();
            while (System.nanoTime() < until) {
                say(asked, library.get(), "stop");
                asked.prepare(calls);
                say(asked, library.get(), "resume,event=itimer,interval=" + EVERY);
                asked.run();
            }
            say(asked, library.get(), "stop,collapsed,file=" + file);
            return Optional.of(Files.readAllLines(file));
        } catch (IOException | AttachNotSupportedException | AgentLoadException | AgentInitializationException e) {
            System.out.println("No profile: " + e);
            return Optional.empty();
        }
    }

    private static void say(Asked asked, Path library, String command)
            throws IOException, AttachNotSupportedException, AgentLoadException, AgentInitializationException {
        VirtualMachine machine =
                VirtualMachine.attach(String.valueOf(asked.process().pid()));
        try {
            machine.loadAgentPath(library.toString(), command);
        } finally {
            machine.detach();
        }
    }

    private Optional<Path> library() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
        String name = (system.startsWith("mac") ? "macos" : "linux-" + processor) + "/libasyncProfiler.so";
        try (InputStream in = Profiler.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                return Optional.empty();
            }
            Path file = folder.resolve("libasyncProfiler.so");
            Files.createDirectories(folder);
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return Optional.of(file);
        }
    }
}
