package lt.mokiniai.register.form.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import lt.mokiniai.platform.embedded.OwnerOnly;
import lt.mokiniai.register.form.Finding;
import lt.mokiniai.register.form.RecordPlace;

/**
 * What was found in files, whatever there is of it: each finding a line of a file, which its owner alone may read, and of each
 * code how many there are.
 */
public final class FindingReport implements Consumer<Finding>, AutoCloseable {

    /** How many places of a code are told beside the number. */
    private static final int MOST_PLACES = 3;

    /** The findings of one code, as they come. */
    private static final class OfCode {

        private final Finding first;
        private final List<String> places = new ArrayList<>();
        private long count;

        private OfCode(Finding first) {
            this.first = first;
        }

        private void add(RecordPlace place) {
            count++;
            if (places.size() < MOST_PLACES) {
                places.add(place.file() + ":" + place.line());
            }
        }

        private FindingCount counted() {
            return new FindingCount(first.code(), first.isWarning(), count, first.text(), List.copyOf(places));
        }
    }

    private final Path path;
    private final CsvWriter file;
    private final Map<String, OfCode> codes = new TreeMap<>();

    /** @throws UncheckedIOException when the file cannot be written: what cannot say what it found is not begun */
    public FindingReport(Path path) {
        this.path = path;
        try {
            OwnerOnly.ensureFile(path);
            file = CsvWriter.builder().build(path, StandardCharsets.UTF_8);
            file.writeRecord("file", "line", "code", "field", "lt", "en");
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void accept(Finding finding) {
        codes.computeIfAbsent(finding.code(), first -> new OfCode(finding)).add(finding.place());
        file.writeRecord(
                finding.place().file(),
                String.valueOf(finding.place().line()),
                finding.code(),
                finding.field() == null ? "" : finding.field(),
                finding.text().lt(),
                finding.text().en());
    }

    /** How many there are of each code, by code. */
    public List<FindingCount> codes() {
        return codes.values().stream().map(OfCode::counted).toList();
    }

    /** The file that has all of them. */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
