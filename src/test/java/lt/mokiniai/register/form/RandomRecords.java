package lt.mokiniai.register.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lt.mokiniai.register.form.ReadForm.Written;
import org.jspecify.annotations.Nullable;

/** Records with any values that their columns allow, and the order in which files of them are read. */
final class RandomRecords {

    private static final List<String> PIECES = List.of(
            "a", "Ž", "e\u0307", "😀", "\"", "\"\"", ",", ";", "<", "&", "'", "]]>", "#", " ", "  ", "\u00a0", "=", "0",
            "\\");
    private static final List<String> KEYS = List.of("1", "10", "2", "ž", "A b", "1 ", "\"", "😀");
    private static final List<String> DAYS = List.of("1899-12-31", "2024-02-29", "2026-09-01");
    private static final List<String> TIMES =
            List.of("2026-09-01T08:00:00+03:00", "2026-09-01T05:00:00.123456Z", "2024-02-29T23:59:59.5-11:30");
    private static final int MOST_PIECES = 8;

    private final Random random;

    RandomRecords(long seed) {
        random = new Random(seed);
    }

    /** Gives records of some students and of none, in the order of the students and as a writer is given them. */
    List<Written> some() {
        List<Written> records = new ArrayList<>();
        IntStream.range(0, random.nextInt(6)).forEach(i -> records.add(record(kind(false), "")));
        KEYS.stream()
                .filter(key -> RecordKind.IDENTITY.columns().get(0).problem(key).isEmpty())
                .filter(key -> random.nextBoolean())
                .forEach(key ->
                        IntStream.rangeClosed(0, random.nextInt(6)).forEach(i -> records.add(record(kind(true), key))));
        return records;
    }

    /** Gives them as they are read: those of no student by kind, then by student, by kind, and as they were written. */
    static List<Written> sorted(List<Written> written) {
        return written.stream()
                .sorted(Comparator.comparing(RandomRecords::student).thenComparing(Written::kind))
                .toList();
    }

    /** Writes them. */
    static void write(RecordWriter writer, List<Written> records) {
        try (writer) {
            records.stream()
                    .filter(record -> !record.kind().isOfStudents())
                    .forEach(record -> writer.write(record.kind(), record.values()));
            records.stream()
                    .filter(record -> record.kind().isOfStudents())
                    .collect(Collectors.groupingBy(RandomRecords::student))
                    .forEach((student, own) -> {
                        writer.beginStudent(student);
                        own.forEach(record -> writer.write(record.kind(), record.values()));
                        writer.endStudent();
                    });
        }
    }

    private static String student(Written record) {
        return record.kind().isOfStudents() ? String.valueOf(record.values().get(0)) : "";
    }

    private RecordKind kind(boolean isOfStudents) {
        List<RecordKind> kinds = List.of(RecordKind.values()).stream()
                .filter(kind -> kind.isOfStudents() == isOfStudents)
                .toList();
        return any(kinds);
    }

    private Written record(RecordKind kind, String student) {
        List<@Nullable String> values = new ArrayList<>();
        for (Column column : kind.columns()) {
            boolean isStudent = kind.isOfStudents() && values.isEmpty();
            boolean isThere = column.isRequired() || random.nextBoolean();
            values.add(isStudent ? student : isThere ? value(column) : null);
        }
        return new Written(kind, values);
    }

    private String value(Column column) {
        return switch (column.type()) {
            case TEXT, KEY, WORDS -> right(column, this::text);
            case DATE -> any(DAYS);
            case TIME -> any(TIMES);
            case NUMBER -> String.valueOf(random.nextInt(1_000_000_000));
        };
    }

    private String right(Column column, Function<Column, String> made) {
        while (true) {
            String value = made.apply(column);
            // The JDK's validator counts a character beyond the first 65,536 twice (XML Schema, 4.3.3 would count it
            // once).
            if (column.problem(value).isEmpty() && value.length() <= column.most()) {
                return value;
            }
        }
    }

    private String text(Column column) {
        return IntStream.rangeClosed(0, random.nextInt(Math.min(column.most(), MOST_PIECES)))
                .mapToObj(i -> any(PIECES))
                .collect(Collectors.joining());
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
