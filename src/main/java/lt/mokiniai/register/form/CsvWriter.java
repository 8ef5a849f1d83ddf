package lt.mokiniai.register.form;

import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lt.mokiniai.platform.embedded.OwnerOnly;
import org.jspecify.annotations.Nullable;

/** Writes CSV files into a folder, one for each kind of which there is a record; their owner alone may read them. */
public final class CsvWriter implements RecordWriter {

    private static final int BUFFER = 1 << 15;

    private final Path folder;
    private long changed;
    private final Map<RecordKind, de.siegmar.fastcsv.writer.CsvWriter> files = new EnumMap<>(RecordKind.class);

    /**
     * Writes into a folder, which is made where there is none.
     *
     * @throws UncheckedIOException when it has a file of the form already: what was written before would be loaded too
     */
    public CsvWriter(Path folder) {
        this.folder = folder;
        try {
            OwnerOnly.ensureFolder(folder);
            for (RecordKind kind : RecordKind.values()) {
                Path file = folder.resolve(kind.file());
                if (Files.exists(file)) {
                    throw new FileAlreadyExistsException(file.toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(RecordKind kind, List<@Nullable String> values) {
        if (values.size() != kind.columns().size()) {
            throw new IllegalArgumentException(kind + " has " + kind.columns().size() + " columns");
        }
        List<@Nullable String> written = Column.written(kind.columns(), values);
        changed += written.equals(values) ? 0 : 1;
        files.computeIfAbsent(kind, this::open).writeRecord(written);
    }

    private de.siegmar.fastcsv.writer.CsvWriter open(RecordKind kind) {
        Path path = folder.resolve(kind.file());
        try {
            OwnerOnly.createFile(path);
            return de.siegmar.fastcsv.writer.CsvWriter.builder()
                    .lineDelimiter(LineDelimiter.CRLF)
                    .bufferSize(BUFFER)
                    .build(path, StandardCharsets.UTF_8)
                    .writeRecord(kind.columns().stream().map(Column::name).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long changed() {
        return changed;
    }

    @Override
    public void beginStudent(String key) {
        // Each record names its student.
    }

    @Override
    public void endStudent() {
        // Each record names its student.
    }

    @Override
    public void close() {
        IOException failure = null;
        for (de.siegmar.fastcsv.writer.CsvWriter file : files.values()) {
            try {
                file.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw new UncheckedIOException(failure);
        }
    }
}
