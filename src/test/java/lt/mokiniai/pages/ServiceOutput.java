package lt.mokiniai.pages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process prints, read as it comes, so that it never waits for a reader. */
final class ServiceOutput {

    private static final long MOST_NANOSECONDS = TimeUnit.SECONDS.toNanos(60);

    private final StringBuilder said = new StringBuilder();
    private boolean ended;

    ServiceOutput(InputStream output) {
        Thread reader = new Thread(
                () -> read(new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))),
                "service output");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(BufferedReader lines) {
        try (lines) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                append(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            end();
        }
    }

    private synchronized void append(String line) {
        said.append(line).append('\n');
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /**
     * Waits until it has been said since the output was last forgotten.
     *
     * @throws AssertionError when the process has ended without it, or does not say it within a minute
     */
    synchronized Matcher await(Pattern pattern) {
        long end = System.nanoTime() + MOST_NANOSECONDS;
        Matcher found = pattern.matcher(said.toString());
        while (!found.find()) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (ended || left <= 0) {
                throw new AssertionError("'" + pattern + "' is not among what was said:\n" + said);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            found = pattern.matcher(said.toString());
        }
        return found;
    }

    synchronized void forget() {
        said.setLength(0);
    }
}
