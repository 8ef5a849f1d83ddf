package lt.mokiniai.register.form.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.register.form.LoadProblem;
import lt.mokiniai.register.form.ReadFile;
import lt.mokiniai.register.form.RecordKind;
import lt.mokiniai.register.form.RecordPlace;

/** Reads files by their names: CSV files of the form, XML files, and folders of them. */
public final class FormFiles {

    private static final String CSV = ".csv";
    private static final String XML = ".xml";

    private final RecordIntake intake;
    private final LongConsumer read;
    private final Set<String> names = new HashSet<>();
    private final List<ReadFile> files = new ArrayList<>();
    private long bytes;

    /**
     * Reads into an intake.
     *
     * @param read told how many bytes were read so far
     */
    public FormFiles(RecordIntake intake, LongConsumer read) {
        this.intake = intake;
        this.read = read;
    }

    /**
     * Gives what folders hold in place of the folders: the CSV and XML files that stand in them directly, by name.
     *
     * @param isLeftOut which of those in folders are not meant
     */
    public static List<Path> expand(List<Path> files, Predicate<Path> isLeftOut) {
        return files.stream().flatMap(file -> expanded(file, isLeftOut)).toList();
    }

    private static Stream<Path> expanded(Path file, Predicate<Path> isLeftOut) {
        if (!Files.isDirectory(file)) {
            return Stream.of(file);
        }
        try (Stream<Path> found = Files.list(file)) {
            List<Path> within = found.filter(path -> ends(path, CSV) || ends(path, XML))
                    .filter(path -> !isLeftOut.test(path))
                    .sorted()
                    .toList();
            // A folder without any is told as a file that the form does not have.
            return within.isEmpty() ? Stream.of(file) : within.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file; what is wrong with it is told to the intake. */
    public void read(Path file) {
        String name = name(file);
        RecordPlace top = new RecordPlace(name, 1);
        Optional<RecordKind> kind = RecordKind.ofFile(name);
        boolean isXml = ends(file, XML);
        if (Files.isDirectory(file) || !(kind.isPresent() || isXml)) {
            intake.unreadable(LoadProblem.UNKNOWN_FILE.at(top, null, known()));
            return;
        }
        if (!names.add(name)) {
            intake.unreadable(LoadProblem.FILE_TWICE.at(top, null));
            return;
        }
        long before = intake.count();
        try (MeasuredStream stream = new MeasuredStream(Files.newInputStream(file), this::count)) {
            Utf8Reader text = new Utf8Reader(stream);
            try {
                if (kind.isPresent()) {
                    new CsvFile(kind.get(), name, intake).read(text);
                } else {
                    new XmlFile(name, intake).read(text);
                }
            } catch (Utf8Reader.NotUtf8Exception e) {
                intake.unreadable(LoadProblem.ENCODING.at(new RecordPlace(name, e.line()), null));
            }
            stream.readOut();
            files.add(new ReadFile(name, stream.count(), stream.sha256(), intake.count() - before));
        } catch (NoSuchFileException e) {
            intake.unreadable(LoadProblem.NO_FILE.at(top, null));
        } catch (IOException e) {
            intake.unreadable(LoadProblem.NOT_READABLE.at(top, null, reason(e)));
        }
    }

    /** The files that were read. */
    public List<ReadFile> files() {
        return List.copyOf(files);
    }

    private void count(long more) {
        bytes += more;
        read.accept(bytes);
    }

    private static String name(Path file) {
        Path name = file.toAbsolutePath().normalize().getFileName();
        return name == null ? "/" : name.toString();
    }

    /** In whatever case: a file of the form that is called otherwise is told, and not passed by. */
    private static boolean ends(Path file, String ending) {
        return name(file).toLowerCase(Locale.ROOT).endsWith(ending);
    }

    private static String known() {
        return Arrays.stream(RecordKind.values()).map(RecordKind::file).collect(Collectors.joining(", ")) + ", *" + XML;
    }

    /** What the system says, without what the file holds. */
    private static String reason(IOException e) {
        String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return Objects.requireNonNullElse(reason, e.getClass().getSimpleName());
    }
}
