package lt.mokiniai.register.form;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files that hold many students, and a program that reads them in a process of its own. */
final class LargeForm {

    private static final int CITIZENSHIPS = 14;

    private LargeForm() {}

    /** Writes students, with fifteen records each, in an order that is not the one of their keys. */
    static void write(Path folder, int students) {
        try (CsvWriter writer = new CsvWriter(folder)) {
            for (int i = 0; i < students; i++) {
                String key = "mokinys-" + Integer.reverse(i);
                write(
                        writer,
                        RecordKind.IDENTITY,
                        key,
                        List.of("givenNames", "familyName", "birthDate"),
                        List.of("Vardenė " + i, "Pavardenytė " + i, "2014-05-02"));
                for (int j = 0; j < CITIZENSHIPS; j++) {
                    write(writer, RecordKind.CITIZENSHIP, key, List.of("country"), List.of("LT"));
                }
            }
        }
    }

    private static void write(
            RecordWriter writer, RecordKind kind, String student, List<String> columns, List<String> content) {
        List<@Nullable String> values = new ArrayList<>();
        for (Column column : kind.columns()) {
            int place = columns.indexOf(column.name());
            values.add(
                    switch (column.name()) {
                        case "student" -> student;
                        case "validFrom" -> "2014-05-02";
                        case "recordedAt" -> "2024-09-01T08:00:00.123456Z";
                        default -> place < 0 ? null : content.get(place);
                    });
        }
        writer.write(kind, values);
    }

    /**
     * Reads a folder of files and prints how many students and records there were, in order and whole, and how many findings.
     *
     * @param arguments the folder of the files, and the one for what does not fit into memory
     */
    public static void main(String[] arguments) {
        long[] findings = new long[1];
        long[] counts = new long[2];
        String[] last = {""};
        try (SortedRecords records = SortedRecords.of(
                List.of(Path.of(arguments[0])),
                Path.of(arguments[1]),
                record -> {},
                finding -> findings[0]++,
                bytes -> {})) {
            records.forEachStudent(student -> {
                if (student.isWhole() && student.key().compareTo(last[0]) > 0) {
                    counts[0]++;
                    counts[1] += student.records().size();
                }
                last[0] = student.key();
            });
        }
        System.out.println(counts[0] + " " + counts[1] + " " + findings[0]);
    }
}
