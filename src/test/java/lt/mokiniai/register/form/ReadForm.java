package lt.mokiniai.register.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lt.mokiniai.Fork;
import lt.mokiniai.register.form.reading.SortedLines;
import org.jspecify.annotations.Nullable;

/** All that files of the form were read as. */
record ReadForm(
        List<FormRecord> reference,
        List<StudentRecords> students,
        List<Finding> findings,
        List<FormRecord> seen,
        List<ReadFile> files,
        boolean isWhole) {

    /** So that two students do not fit into memory together. */
    private static final long TINY_BATCH = 200;

    static ReadForm of(Path... paths) {
        List<Finding> findings = new ArrayList<>();
        List<FormRecord> seen = new ArrayList<>();
        List<StudentRecords> students = new ArrayList<>();
        Path work = Fork.folder("form-work");
        SortedLines lines = new SortedLines(() -> SortedLines.temporary(work), TINY_BATCH);
        try (SortedRecords records = SortedRecords.of(List.of(paths), lines, seen::add, findings::add, bytes -> {})) {
            records.forEachStudent(students::add);
            return new ReadForm(records.reference(), students, findings, seen, records.files(), records.isWhole());
        }
    }

    /** Reads one file of that name. */
    static ReadForm of(String name, byte[] content) {
        return of(file(name, content));
    }

    /** Reads one CSV file, a text for each line. */
    static ReadForm csv(RecordKind kind, String... lines) {
        return of(kind.file(), (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Reads one XML file of what stands within its root element. */
    static ReadForm xml(String content) {
        return of(
                "register.xml",
                ("<register xmlns=\"" + XmlWriter.NAMESPACE + "\">\n" + content + "\n</register>\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file of that name into a folder of its own. */
    static Path file(String name, byte[] content) {
        try {
            return Files.write(folder().resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a folder that nobody else uses. */
    static Path folder() {
        try {
            return Files.createDirectories(
                    Fork.folder("form").resolve(UUID.randomUUID().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The findings as {@code code line field}. */
    List<String> told() {
        return findings.stream()
                .map(finding -> finding.code() + " " + finding.place().line()
                        + (finding.field() == null ? "" : " " + finding.field()))
                .toList();
    }

    /** The kinds and values of all records, those of no student first. */
    List<Written> written() {
        return Stream.concat(reference.stream(), students.stream().flatMap(student -> student.records().stream()))
                .map(record -> new Written(record.kind(), record.values()))
                .toList();
    }

    /** The values of a column of all records of a kind, student by student. */
    List<@Nullable String> values(RecordKind kind, String column) {
        return students.stream()
                .flatMap(student -> student.of(kind).stream())
                .map(record -> record.text(column))
                .toList();
    }

    /** A record, wherever it stands. */
    record Written(RecordKind kind, List<@Nullable String> values) {}
}
