package lt.mokiniai.tools.command.loading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/** How far a command is and how long it still takes, for whoever waits at a terminal; a file or a program gets nothing. */
final class ProgressLine implements AutoCloseable {

    private static final Path ERRORS = Path.of("/proc/self/fd/2");

    private final @Nullable ProgressBar bar;

    private ProgressLine(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    /**
     * Begins one.
     *
     * @param most what is reached in the end
     */
    static ProgressLine of(String task, long most) {
        return new ProgressLine(isTerminal() ? new ProgressBar(task, most) : null);
    }

    void reached(long done) {
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    /** Where the system does not say what is behind it, the errors are taken to go where the output goes. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        try {
            String device = Files.readSymbolicLink(ERRORS).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return System.console() != null;
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
