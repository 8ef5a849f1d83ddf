package lt.mokiniai.register.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lt.mokiniai.register.form.Column;
import lt.mokiniai.register.form.FormRecord;
import lt.mokiniai.register.form.RecordKind;
import lt.mokiniai.register.form.RecordPlace;
import lt.mokiniai.register.form.StudentRecords;
import org.jspecify.annotations.Nullable;

/** Records as somebody writes them, by the names of columns; they can be written otherwise before they are loaded. */
public final class WrittenRecords {

    private record Written(RecordKind kind, Map<String, String> values) {}

    private final List<Written> written = new ArrayList<>();

    /** Adds a record: its values, each after the name of its column. */
    public WrittenRecords with(RecordKind kind, String... namesAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        written.add(new Written(kind, values));
        return this;
    }

    /** Adds all of others. */
    public WrittenRecords with(WrittenRecords others) {
        written.addAll(others.written);
        return this;
    }

    /** Writes a column of a record otherwise. */
    public WrittenRecords set(RecordKind kind, int which, String column, @Nullable String value) {
        Map<String, String> values =
                written.stream().filter(each -> each.kind == kind).toList().get(which).values;
        if (value == null) {
            values.remove(column);
        } else {
            values.put(column, value);
        }
        return this;
    }

    /** Writes a column of all records that have it otherwise. */
    public WrittenRecords setAll(String column, @Nullable String value) {
        written.stream().filter(each -> each.values.containsKey(column)).forEach(each -> {
            if (value == null) {
                each.values.remove(column);
            } else {
                each.values.put(column, value);
            }
        });
        return this;
    }

    /** Leaves out all records of a kind. */
    public WrittenRecords without(RecordKind kind) {
        written.removeIf(each -> each.kind == kind);
        return this;
    }

    /** Leaves out all records that are of none of the kinds. */
    public WrittenRecords only(RecordKind... kinds) {
        written.removeIf(each -> !List.of(kinds).contains(each.kind));
        return this;
    }

    /** Gives them as they are read from files: each kind in its file, line after line. */
    public LoadFiles files() {
        Map<RecordKind, Long> lines = new EnumMap<>(RecordKind.class);
        SeenRecords seen = new SeenRecords();
        List<FormRecord> reference = new ArrayList<>();
        Map<String, List<FormRecord>> students = new TreeMap<>();
        for (Written each : written) {
            // The first line is the header.
            long line = lines.merge(each.kind, 1L, Long::sum) + 1;
            FormRecord record = new FormRecord(
                    each.kind,
                    new RecordPlace(each.kind.file(), line),
                    Arrays.asList(each.kind.columns().stream()
                            .map(Column::name)
                            .map(each.values::get)
                            .toArray(String[]::new)));
            each.values.keySet().forEach(each.kind::place);
            seen.accept(record);
            if (each.kind.isOfStudents()) {
                students.computeIfAbsent(record.student(), key -> new ArrayList<>())
                        .add(record);
            } else {
                reference.add(record);
            }
        }
        reference.sort(Comparator.comparing(FormRecord::kind));
        return new LoadFiles(
                reference,
                0,
                work -> students.forEach((key, records) -> work.accept(new StudentRecords(key, records, true))),
                seen);
    }

    @Override
    public String toString() {
        return "WrittenRecords[" + written.size() + "]";
    }
}
