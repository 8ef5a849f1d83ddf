package lt.mokiniai.register.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import lt.mokiniai.register.form.reading.FormFiles;
import lt.mokiniai.register.form.reading.RecordIntake;
import lt.mokiniai.register.form.reading.SortedLines;
import org.jspecify.annotations.Nullable;

/**
 * What files of the form hold, sorted by student. Each file is read once; of students nothing is kept in memory that grows
 * with their number.
 */
public final class SortedRecords implements AutoCloseable {

    /** How many records one student has at the most: more are a mistake, and each is looked at beside the others. */
    static final int MOST_OF_A_STUDENT = 5_000;

    /** How many records that are not of students there are at the most: they are kept in memory. */
    static final int MOST_OF_REFERENCE = 200_000;

    /** A line names the kind by its place: records of a student are sorted by it. */
    private static final List<RecordKind> KINDS = List.of(RecordKind.values());

    /** What a line of a record that cannot be read says in place of its kind. */
    private static final int BROKEN = KINDS.size();

    private static final String BETWEEN = "\t";
    /** The key, the kind, the number of the file, the line; then the values. */
    private static final int PLACE = 4;

    private final SortedLines lines;
    private final List<FormRecord> reference = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private List<ReadFile> files = List.of();
    private @Nullable FormRecord overflow;
    private boolean isWhole;
    private long brokenReference;
    private long students;
    private long records;

    private SortedRecords(SortedLines lines) {
        this.lines = lines;
    }

    /**
     * Reads files.
     *
     * @param files CSV files, folders of them, XML files
     * @param folder for what does not fit into memory: its owner alone sees it, and nothing is left at the close
     * @param seen told of each record as it is read
     * @param findings told of what cannot be read
     * @param read told how many bytes of the files were read so far
     * @throws UncheckedIOException when the folder cannot be written to, as when its disk is full
     */
    public static SortedRecords of(
            List<Path> files, Path folder, Consumer<FormRecord> seen, Consumer<Finding> findings, LongConsumer read) {
        return of(files, new SortedLines(folder), seen, findings, read);
    }

    static SortedRecords of(
            List<Path> files,
            SortedLines lines,
            Consumer<FormRecord> seen,
            Consumer<Finding> findings,
            LongConsumer read) {
        SortedRecords records = new SortedRecords(lines);
        try {
            records.read(files(files, file -> false), seen, findings, read);
            return records;
        } catch (RuntimeException | Error e) {
            try (lines) {
                throw e;
            }
        }
    }

    /**
     * Gives the files that are named, with those that stand in named folders in place of the folders.
     *
     * @param isLeftOut which of those in folders are not meant
     * @throws UncheckedIOException when a folder cannot be read
     */
    public static List<Path> files(List<Path> named, Predicate<Path> isLeftOut) {
        return FormFiles.expand(named, isLeftOut);
    }

    /** How many bytes there are to read. */
    public static long size(List<Path> files) {
        return files.stream().mapToLong(SortedRecords::size).sum();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            // It cannot be read either, which is told when it is tried.
            return 0;
        }
    }

    private void read(List<Path> paths, Consumer<FormRecord> seen, Consumer<Finding> findings, LongConsumer read) {
        RecordIntake intake = new RecordIntake(
                record -> {
                    seen.accept(record);
                    keep(record);
                },
                this::keepBroken,
                findings);
        FormFiles reader = new FormFiles(intake, read);
        paths.forEach(reader::read);
        files = reader.files();
        brokenReference = intake.brokenReference();
        isWhole = intake.isWhole() && overflow == null;
        if (overflow != null) {
            findings.accept(LoadProblem.TOO_MUCH_REFERENCE.at(overflow.place(), null, MOST_OF_REFERENCE));
        }
        records = intake.count();
        reference.sort(Comparator.comparing(FormRecord::kind));
        lines.sort();
        Groups groups = new Groups(lines.lines());
        while (groups.next()) {
            students++;
            if (groups.isTooLarge) {
                findings.accept(LoadProblem.TOO_MANY_RECORDS.at(
                        record(groups.lines.get(0)).place(), "student", MOST_OF_A_STUDENT));
            }
        }
    }

    private void keep(FormRecord record) {
        if (!record.kind().isOfStudents()) {
            if (reference.size() < MOST_OF_REFERENCE) {
                reference.add(record);
            } else if (overflow == null) {
                overflow = record;
            }
            return;
        }
        if (names.isEmpty()
                || !names.get(names.size() - 1).equals(record.place().file())) {
            names.add(record.place().file());
        }
        StringBuilder line = new StringBuilder(record.student())
                .append(BETWEEN)
                .append(padded(KINDS.indexOf(record.kind()), 2))
                .append(BETWEEN)
                .append(padded(names.size() - 1, 6))
                .append(BETWEEN)
                .append(padded(record.place().line(), 12));
        for (String value : record.values().subList(1, record.values().size())) {
            line.append(BETWEEN).append(value == null ? "" : value);
        }
        lines.add(line.toString());
    }

    private void keepBroken(String student) {
        lines.add(student + BETWEEN + padded(BROKEN, 2));
    }

    /** A number whose text is sorted as the number is. */
    private static String padded(long number, int length) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }

    private FormRecord record(String line) {
        String[] parts = line.split(BETWEEN, -1);
        RecordKind kind = KINDS.get(Integer.parseInt(parts[1]));
        @Nullable String[] values = new String[kind.columns().size()];
        values[0] = parts[0];
        for (int i = 1; i < values.length; i++) {
            String value = parts[PLACE - 1 + i];
            values[i] = value.isEmpty() ? null : value;
        }
        RecordPlace place = new RecordPlace(names.get(Integer.parseInt(parts[2])), Long.parseLong(parts[3]));
        return new FormRecord(kind, place, Collections.unmodifiableList(Arrays.asList(values)));
    }

    /** Records that are not of students: by kind, then as they stand. */
    public List<FormRecord> reference() {
        return Collections.unmodifiableList(reference);
    }

    /** How many records that are not of students cannot be read. */
    public long brokenReference() {
        return brokenReference;
    }

    /** How many students there are. */
    public long students() {
        return students;
    }

    /** How many records there are, right and wrong ones. */
    public long records() {
        return records;
    }

    /** The files that were read, as they were named. */
    public List<ReadFile> files() {
        return files;
    }

    /**
     * Whether each file could be read as a whole, and whose each record is that cannot be read; else nothing of them is to be
     * loaded.
     */
    public boolean isWhole() {
        return isWhole;
    }

    /**
     * Gives the records of each student, by key.
     *
     * @throws UncheckedIOException when what did not fit into memory cannot be read again
     */
    public void forEachStudent(Consumer<StudentRecords> work) {
        Groups groups = new Groups(lines.lines());
        while (groups.next()) {
            work.accept(new StudentRecords(
                    groups.key, groups.lines.stream().map(this::record).toList(), groups.isWhole()));
        }
    }

    /** Removes what was kept. */
    @Override
    public void close() {
        lines.close();
    }

    /** The lines of one student after the other. */
    private static final class Groups {

        private final Iterator<String> all;
        private final List<String> lines = new ArrayList<>();
        private @Nullable String ahead;
        private String key = "";
        private boolean isBroken;
        private boolean isTooLarge;

        private Groups(Iterator<String> all) {
            this.all = all;
            ahead = next(all);
        }

        private boolean next() {
            if (ahead == null) {
                return false;
            }
            lines.clear();
            isBroken = false;
            isTooLarge = false;
            String begin = ahead.substring(0, ahead.indexOf(BETWEEN) + 1);
            key = begin.substring(0, begin.length() - 1);
            String broken = begin + padded(BROKEN, 2);
            while (ahead != null && ahead.startsWith(begin)) {
                if (ahead.equals(broken)) {
                    isBroken = true;
                } else if (lines.size() < MOST_OF_A_STUDENT) {
                    lines.add(ahead);
                } else {
                    isTooLarge = true;
                }
                ahead = next(all);
            }
            return true;
        }

        private boolean isWhole() {
            return !isBroken && !isTooLarge;
        }

        private static @Nullable String next(Iterator<String> all) {
            return all.hasNext() ? all.next() : null;
        }
    }
}
