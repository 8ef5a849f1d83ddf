package lt.mokiniai.inforce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.contractfile.SetReader;

/** The folder of the contracts, watched by its names, sizes and times: it is read only when one of them has changed. */
final class ContractFolder {

    private final Path path;
    private String seen;
    private String taken;

    ContractFolder(Path path) {
        this.path = path;
        this.seen = look();
        this.taken = seen;
    }

    SortedMap<String, byte[]> read() {
        return SetReader.filesOf(path);
    }

    /**
     * Gives the files when the folder has changed and has come to rest: what two looks in a row find alike is not being
     * copied at this moment.
     */
    Optional<SortedMap<String, byte[]>> changed() {
        String found = look();
        boolean isAtRest = found.equals(seen);
        seen = found;
        if (!isAtRest || found.equals(taken)) {
            return Optional.empty();
        }
        SortedMap<String, byte[]> files = read();
        seen = look();
        if (!seen.equals(found)) {
            // It changed while it was read: what was read may be of two sets.
            return Optional.empty();
        }
        taken = found;
        return Optional.of(files);
    }

    /** Gives the same change once more: what was given could not be put into force. */
    void lookAgain() {
        taken = "";
    }

    private String look() {
        if (!Files.isDirectory(path)) {
            return "";
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .map(ContractFolder::mark)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + path + " cannot be read", e);
        }
    }

    private static String mark(Path file) {
        try {
            return file.getFileName() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file) + "\n";
        } catch (IOException e) {
            // It went between the list and this look; the next look finds it gone.
            return file.getFileName() + " gone\n";
        }
    }
}
