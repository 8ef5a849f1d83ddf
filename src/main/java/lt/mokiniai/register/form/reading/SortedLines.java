package lt.mokiniai.register.form.reading;

import com.google.code.externalsorting.BinaryFileBuffer;
import com.google.code.externalsorting.ExternalSort;
import com.google.code.externalsorting.IOStringStack;
import com.google.code.externalsorting.StringSizeEstimator;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import lt.mokiniai.platform.embedded.OwnerOnly;

/**
 * Lines in the order of their characters. As many as do not fit into memory are written to files in sorted batches, which are
 * merged into one.
 */
public final class SortedLines implements AutoCloseable {

    /** Opens a file that is gone when it is closed. */
    @FunctionalInterface
    public interface TemporaryFile {
        /** Gives it, empty, to be written and read. */
        FileChannel open() throws IOException;
    }

    private static final long SMALLEST_BATCH = 8L << 20;
    private static final long LARGEST_BATCH = 256L << 20;
    private static final int PART_OF_MEMORY = 10;
    private static final int BUFFER = 1 << 15;

    private final TemporaryFile file;
    private final long largestBatch;
    private final List<FileChannel> batches = new ArrayList<>();
    private List<String> lines = new ArrayList<>();
    private long size;

    /**
     * Sorts with files in a folder.
     *
     * @param folder where files are made, for their owner alone
     */
    public SortedLines(Path folder) {
        this(
                () -> temporary(folder),
                Math.min(
                        LARGEST_BATCH,
                        Math.max(SMALLEST_BATCH, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY)));
    }

    /**
     * Sorts with files of another kind.
     *
     * @param largestBatch how many bytes of memory lines may take, about
     */
    public SortedLines(TemporaryFile file, long largestBatch) {
        this.file = file;
        this.largestBatch = largestBatch;
    }

    /**
     * Adds a line.
     *
     * @throws UncheckedIOException when a file cannot be written; what was added is lost
     */
    public void add(String line) {
        lines.add(line);
        size += StringSizeEstimator.estimatedSizeOf(line);
        if (size > largestBatch) {
            writeBatch();
        }
    }

    /**
     * Sorts what was added; nothing can be added any more.
     *
     * @throws UncheckedIOException when a file cannot be written
     */
    public void sort() {
        if (batches.isEmpty()) {
            lines.sort(Comparator.naturalOrder());
            return;
        }
        writeBatch();
        lines = List.of();
        try {
            FileChannel merged = file.open();
            List<IOStringStack> sources = new ArrayList<>();
            for (FileChannel batch : batches) {
                sources.add(new BinaryFileBuffer(reader(batch)));
            }
            batches.add(merged);
            ExternalSort.mergeSortedFiles(writer(merged), Comparator.naturalOrder(), false, sources);
            for (FileChannel batch : batches.subList(0, batches.size() - 1)) {
                batch.close();
            }
            batches.retainAll(List.of(merged));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Gives the lines in their order, from the first one each time. One reads them at a time.
     *
     * @throws UncheckedIOException when a file cannot be read, also while the lines are read
     */
    public Iterator<String> lines() {
        if (batches.isEmpty()) {
            return lines.iterator();
        }
        try {
            return reader(batches.get(0)).lines().iterator();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Removes the files. */
    @Override
    public void close() {
        lines = List.of();
        IOException failure = null;
        for (FileChannel batch : batches) {
            try {
                batch.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        batches.clear();
        if (failure != null) {
            throw failed(failure);
        }
    }

    private void writeBatch() {
        lines.sort(Comparator.naturalOrder());
        try {
            FileChannel batch = file.open();
            batches.add(batch);
            try (BufferedWriter writer = writer(batch)) {
                for (String line : lines) {
                    writer.write(line);
                    writer.newLine();
                }
            }
        } catch (IOException e) {
            throw failed(e);
        }
        lines.clear();
        size = 0;
    }

    /** Where the file system lets it, nobody sees the file: a process that is killed leaves nothing either. */
    public static FileChannel temporary(Path folder) throws IOException {
        OwnerOnly.ensureFolder(folder);
        Path path = folder.resolve("load-" + UUID.randomUUID() + ".tmp");
        OwnerOnly.createFile(path);
        return FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private static BufferedWriter writer(FileChannel channel) {
        OutputStream bytes = Channels.newOutputStream(new LeftOpen(channel));
        return new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), BUFFER);
    }

    private static BufferedReader reader(FileChannel channel) throws IOException {
        channel.position(0);
        return new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8), BUFFER);
    }

    private static UncheckedIOException failed(IOException e) {
        return new UncheckedIOException(
                new IOException("the folder for what does not fit into memory cannot be used: " + e.getMessage(), e));
    }

    /** A file that stays open when who writes it is done: else it would be gone. */
    private record LeftOpen(FileChannel file) implements WritableByteChannel {

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            return file.write(bytes);
        }

        @Override
        public boolean isOpen() {
            return file.isOpen();
        }

        @Override
        public void close() {
            // Whoever opened the file closes it.
        }
    }
}
