package lt.mokiniai.contract.files.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.contract.files.problem.ContractProblem;
import lt.mokiniai.kernel.digests.Digest;
import lt.mokiniai.kernel.texts.Notice;

/**
 * A folder of contracts, its {@code *.xml}. What stands there may be anything: no more than the largest file is read of
 * any of them, and only of regular files, since a pipe or a device may give nothing, or never end.
 *
 * @param path the folder
 * @param largestFile how many bytes a contract may have
 */
public record ContractFolder(Path path, int largestFile) {

    /** How many bytes a contract may have where nothing else is said: 1 MiB. A contract of the demo has some 7,000. */
    public static final int LARGEST_FILE = 1 << 20;

    private static final String ENDING = ".xml";

    /** A file cannot be read, and this is said of it. */
    private static final class Unreadable extends Exception {

        private final transient Notice notice;

        private Unreadable(ContractProblem problem, Object... particulars) {
            super(null, null, false, false);
            this.notice = problem.of(particulars);
        }
    }

    /** Gives the files; none where there is no such folder. */
    public FileSet files() {
        Map<String, String> digests = new TreeMap<>();
        Map<String, Notice> unread = new TreeMap<>();
        for (Path file : entries()) {
            String name = String.valueOf(file.getFileName());
            try {
                digests.put(name, Digest.sha256(read(file)));
            } catch (NoSuchFileException e) {
                // It went between the list and this look.
            } catch (Unreadable e) {
                unread.put(name, e.notice);
            }
        }
        return new FileSet(digests, unread, (name, digest) -> again(path.resolve(name)));
    }

    /** Gives what tells this state of the folder from another without reading: names, kinds, sizes and times. */
    public String state() {
        return entries().stream().map(ContractFolder::mark).collect(Collectors.joining());
    }

    private List<Path> entries() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + path + " cannot be read", e);
        }
    }

    private byte[] again(Path file) {
        try {
            return read(file);
        } catch (IOException | Unreadable e) {
            throw new IllegalStateException(file + " has changed since it was looked at first", e);
        }
    }

    private byte[] read(Path file) throws NoSuchFileException, Unreadable {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                throw new Unreadable(ContractProblem.FILE_IS_FOLDER);
            } else if (!attributes.isRegularFile()) {
                throw new Unreadable(ContractProblem.FILE_IS_SPECIAL);
            } else if (attributes.size() > largestFile) {
                throw tooLarge();
            }
            return bytes(file);
        } catch (IOException e) {
            if (Files.isSymbolicLink(file) && !Files.exists(file)) {
                throw new Unreadable(ContractProblem.LINK_LEADS_NOWHERE);
            } else if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new NoSuchFileException(file.toString());
            }
            throw new Unreadable(ContractProblem.FILE_CANNOT_BE_READ);
        }
    }

    /** It may grow while it is read. */
    private byte[] bytes(Path file) throws IOException, Unreadable {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(largestFile + 1);
            if (bytes.length > largestFile) {
                throw tooLarge();
            }
            return bytes;
        }
    }

    private Unreadable tooLarge() {
        return new Unreadable(ContractProblem.FILE_TOO_LARGE, String.valueOf(largestFile));
    }

    /** A file that may be read now, and could not before, has neither another size nor another time. */
    private static String mark(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return file.getFileName() + " " + attributes.isRegularFile() + " " + Files.isReadable(file) + " "
                    + attributes.size() + " " + attributes.lastModifiedTime() + "\n";
        } catch (IOException e) {
            return file.getFileName() + " " + (Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? "leads nowhere" : "gone")
                    + "\n";
        }
    }
}
