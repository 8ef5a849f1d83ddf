package lt.mokiniai.intake.transport.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a batch: one XML document that carries its signature, or a file of records and a note that signs it, whose name
 * is that of the file with {@value #NOTE} behind it.
 *
 * @param signed what carries the signature
 * @param data the file of records, where it is another one; it need not be there
 */
public record BatchFiles(Path signed, Optional<Path> data) {

    /** The end of a note's name. */
    public static final String NOTE = ".delivery.xml";

    /** The end of the name of a file of records in CSV. */
    static final String CSV = ".csv";

    /** Gives the files that belong to the one that is named, whichever of them it is. */
    public static BatchFiles of(Path named) {
        String name = name(named);
        if (isNote(named)) {
            return new BatchFiles(
                    named, Optional.of(named.resolveSibling(name.substring(0, name.length() - NOTE.length()))));
        }
        Path note = note(named);
        return Files.exists(note) ? new BatchFiles(note, Optional.of(named)) : new BatchFiles(named, Optional.empty());
    }

    /** The note that would sign a file. */
    public static Path note(Path data) {
        return data.resolveSibling(name(data) + NOTE);
    }

    /** Whether a file is a note by its name. */
    static boolean isNote(Path file) {
        return name(file).endsWith(NOTE) && !name(file).equals(NOTE);
    }

    /** Whether a file holds CSV by its name. */
    public static boolean isCsv(Path file) {
        return name(file).toLowerCase(Locale.ROOT).endsWith(CSV);
    }

    /** All of them. */
    public Stream<Path> all() {
        return Stream.concat(Stream.of(signed), data.stream());
    }

    /** The one that holds the records. */
    public Path records() {
        return data.orElse(signed);
    }

    static String name(Path file) {
        Path name = file.toAbsolutePath().normalize().getFileName();
        return name == null ? "/" : name.toString();
    }
}
