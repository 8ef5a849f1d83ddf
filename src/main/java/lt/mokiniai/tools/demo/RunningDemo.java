package lt.mokiniai.tools.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import lt.mokiniai.platform.embedded.OwnerOnly;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * The one demo that runs in a folder: it holds the file {@code running} locked, from before it writes anything until it
 * ends, and writes into it where it listens. A process that is killed loses the lock.
 */
public final class RunningDemo implements ApplicationListener<ApplicationEvent> {

    private static final String FILE = "running";

    /** The lock is behind all that is written: where locks are mandatory, others still read. */
    private static final long LOCKED = Long.MAX_VALUE - 1;

    /** A lock is of a process; a file that is opened and closed once more in it would lose the lock. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private RunningDemo(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Holds a folder.
     *
     * @throws IllegalStateException when another demo holds it; it says where that listens
     */
    static RunningDemo hold(Path folder) throws IOException {
        OwnerOnly.ensureFolder(folder);
        if (!HELD_HERE.add(folder)) {
            throw new IllegalStateException(told(folder, ""));
        }
        FileChannel channel = FileChannel.open(
                folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            HELD_HERE.remove(folder);
            try (channel) {
                throw new IllegalStateException(told(folder, text(channel)));
            }
        }
        channel.truncate(0);
        return new RunningDemo(folder, channel);
    }

    /** Says that a demo runs in a folder, and where it listens; nothing where none runs. */
    public static Optional<String> in(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        if (HELD_HERE.contains(absolute)) {
            return Optional.of(told(absolute, ""));
        }
        if (!Files.exists(absolute.resolve(FILE))) {
            return Optional.empty();
        }
        try (FileChannel channel =
                FileChannel.open(absolute.resolve(FILE), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return isLocked(channel) ? Optional.empty() : Optional.of(told(absolute, text(channel)));
        }
    }

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        try {
            if (event instanceof ApplicationReadyEvent ready) {
                String port = ready.getApplicationContext().getEnvironment().getProperty("local.server.port", "");
                channel.write(ByteBuffer.wrap(port.getBytes(StandardCharsets.US_ASCII)), 0);
            } else if (event instanceof ApplicationFailedEvent || event instanceof ContextClosedEvent) {
                channel.close();
                HELD_HERE.remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the file '" + FILE + "' in " + folder + " cannot be written", e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED, 1, false) != null;
        } catch (OverlappingFileLockException heldHere) {
            return false;
        }
    }

    private static String text(FileChannel channel) throws IOException {
        ByteBuffer port = ByteBuffer.allocate(5);
        channel.read(port, 0);
        return new String(port.array(), 0, port.position(), StandardCharsets.US_ASCII);
    }

    private static String told(Path folder, String port) {
        return "A demo runs in " + folder + " already"
                + (port.isEmpty()
                        ? " and is still starting."
                        : ", on port " + port + ": http://localhost:" + port + "/.")
                + " Stop it first, or start another one in a folder of its own: --mokiniai.demo.folder=FOLDER"
                + " --server.port=PORT --management.server.port=PORT";
    }
}
