package lt.mokiniai.tools.command;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lt.mokiniai.tools.demo.RunningDemo;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a demo start made. */
@Command(name = "demo", mixinStandardHelpOptions = true)
final class Demo {

    @Command(name = "reset", mixinStandardHelpOptions = true)
    int reset(@Option(names = "--folder", defaultValue = "${sys:mokiniai.demo.folder:-var/demo}") Path folder)
            throws IOException {
        if (!Files.isDirectory(folder)) {
            spec.commandLine().getOut().println("There is no " + folder + "; nothing to remove.");
            return 0;
        }
        if (!Files.isRegularFile(folder.resolve("ca.crt"))) {
            throw new IOException(folder + " does not look like a demo folder (it has no ca.crt); it stays.");
        }
        Optional<String> running = RunningDemo.in(folder);
        if (running.isPresent()) {
            throw new IOException(running.get());
        }
        if (isInUse(folder.resolve("register.mv.db"))) {
            throw new IOException(
                    "a service that runs, or is still closing, holds " + folder + "; stop it and try again.");
        }
        FileSystemUtils.deleteRecursively(folder);
        spec.commandLine().getOut().println("Removed " + folder + ".");
        return 0;
    }

    @Spec
    private CommandSpec spec;

    /** H2 locks its file for as long as it is open. */
    private static boolean isInUse(Path database) throws IOException {
        if (!Files.exists(database)) {
            return false;
        }
        try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw");
                FileLock lock = file.getChannel().tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }
}
