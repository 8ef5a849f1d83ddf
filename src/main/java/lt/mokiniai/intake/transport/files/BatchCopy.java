package lt.mokiniai.intake.transport.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lt.mokiniai.intake.transport.TransportProblem;
import lt.mokiniai.kernel.digests.Digest;
import lt.mokiniai.register.form.RecordPlace;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/** A copy of a batch that nobody else changes: what is verified is what is read. It goes when it is closed. */
final class BatchCopy implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    /**
     * A file as it was copied.
     *
     * @param name without folders
     * @param sha256 of its bytes, in hexadecimal
     */
    record Copied(String name, Path path, long bytes, String sha256) {

        RecordPlace top() {
            return new RecordPlace(name, 1);
        }
    }

    private final Path folder;
    private final List<Copied> files = new ArrayList<>();

    private BatchCopy(Path folder) {
        this.folder = folder;
    }

    /**
     * Copies the files of a batch.
     *
     * @throws lt.mokiniai.intake.transport.NotDelivered {@code MR-S601}, {@code MR-S602}, {@code MR-S614}
     */
    static BatchCopy of(BatchFiles batch, DataSize largestDocument, DataSize largestFile) {
        BatchCopy copy = new BatchCopy(newFolder());
        try {
            copy.add(batch.signed(), "signed", largestDocument, TransportProblem.NOT_READABLE);
            batch.data().ifPresent(data -> copy.add(data, "data", largestFile, TransportProblem.NO_DATA));
            return copy;
        } catch (RuntimeException | Error failure) {
            copy.close();
            throw failure;
        }
    }

    /** What carries the signature. */
    Copied signed() {
        return files.get(0);
    }

    /** The file of records, where it is another one. */
    Optional<Copied> data() {
        return files.stream().skip(1).findFirst();
    }

    /** All of them. */
    List<Copied> all() {
        return List.copyOf(files);
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("mokiniai-intake");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Path file, String as, DataSize largest, TransportProblem missing) {
        String name = BatchFiles.name(file);
        RecordPlace top = new RecordPlace(name, 1);
        Path target = folder.resolve(as);
        MessageDigest digest = Digest.sha256();
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                if (bytes > largest.toBytes()) {
                    throw TransportProblem.TOO_LARGE.refusal(top, largest);
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            throw e instanceof NoSuchFileException && missing == TransportProblem.NO_DATA
                    ? missing.refusal(top).because(e)
                    : TransportProblem.NOT_READABLE.refusal(top, reason(e)).because(e);
        }
        files.add(new Copied(name, target, bytes, HexFormat.of().formatHex(digest.digest())));
    }

    /** What the system says, without what the file holds. */
    private static String reason(IOException e) {
        String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return Objects.requireNonNullElse(reason, e.getClass().getSimpleName());
    }

    @Override
    public void close() {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
