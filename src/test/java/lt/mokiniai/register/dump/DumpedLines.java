package lt.mokiniai.register.dump;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lt.mokiniai.register.form.RecordKind;
import lt.mokiniai.register.form.RecordWriter;
import org.jspecify.annotations.Nullable;

/** Keeps a dump in memory, a line for each record. */
public final class DumpedLines implements RecordWriter {

    /** A record, as it was handed over. */
    public record Line(RecordKind kind, List<@Nullable String> values) {

        public @Nullable String value(String column) {
            return values.get(kind.place(column));
        }
    }

    private final List<Line> lines = new ArrayList<>();
    private final List<String> students = new ArrayList<>();
    private boolean isWithin;

    @Override
    public void write(RecordKind kind, List<@Nullable String> values) {
        if (values.size() != kind.columns().size() || kind.isOfStudents() != isWithin) {
            throw new IllegalStateException("a record of " + kind + " in the wrong place");
        }
        lines.add(new Line(kind, values));
    }

    @Override
    public void beginStudent(String key) {
        isWithin = true;
        students.add(key);
    }

    @Override
    public void endStudent() {
        isWithin = false;
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    /** In the order in which they were written. */
    public List<String> students() {
        return students;
    }

    public Stream<Line> of(RecordKind kind) {
        return lines.stream().filter(line -> line.kind() == kind);
    }

    /** All of it. */
    public List<Line> all() {
        return lines;
    }
}
