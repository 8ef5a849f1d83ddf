package lt.mokiniai.tools.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.TypeConversionException;

/** Says to people what the Java library says to programmers: a wrong value of an option, a file that cannot be used. */
final class PlainWords {

    private PlainWords() {}

    /** Reads the value of an option that is a day. */
    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is no day; write year, month and day: 2026-09-01");
        }
    }

    /** Reads the value of an option that is an address. */
    static URI address(String text) {
        try {
            URI address = new URI(text);
            if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Said below, with what would be right.
        }
        throw new TypeConversionException("'" + text + "' is no address; write it such as https://localhost:8443");
    }

    /** Says why a command failed. */
    static String of(Exception failure) {
        if (failure instanceof FileSystemException file && file.getFile() != null) {
            return "cannot use " + file.getFile() + ": " + why(file, Path.of(file.getFile()));
        }
        return String.valueOf(failure.getMessage());
    }

    private static String why(FileSystemException failure, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (failure instanceof NoSuchFileException) {
            return folder == null || Files.isDirectory(folder)
                    ? "there is no such file"
                    : "there is no folder " + folder;
        }
        if (failure instanceof AccessDeniedException) {
            return "you have no right to it";
        }
        if (Files.isDirectory(file)) {
            return "it is a folder";
        }
        return failure.getReason() == null ? "the system does not say why" : failure.getReason();
    }
}
