package lt.mokiniai.contract.files.folder;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lt.mokiniai.kernel.digests.Digest;
import lt.mokiniai.kernel.texts.Notice;

/**
 * Contract files that are meant to be in force together. It holds their names and digests; what stands in a file is
 * asked for when it is needed, one at a time, so that a set of a thousand takes the memory of one.
 */
public final class FileSet {

    private static final String UNREAD = "-";

    private final SortedMap<String, String> digests;
    private final SortedMap<String, Notice> unread;
    private final BiFunction<String, String, byte[]> content;

    /**
     * Makes a set of files.
     *
     * @param digests SHA-256 of each file that can be read, in lower hex, by name
     * @param unread why the others cannot be read, by name
     * @param content gives the bytes of a file by name and digest
     */
    FileSet(Map<String, String> digests, Map<String, Notice> unread, BiFunction<String, String, byte[]> content) {
        this.digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
        this.unread = Collections.unmodifiableSortedMap(new TreeMap<>(unread));
        this.content = content;
    }

    /** Gives a set of files that are in memory, by name. */
    public static FileSet of(Map<String, byte[]> files) {
        Map<String, byte[]> kept = new TreeMap<>(files);
        Map<String, String> digests = new TreeMap<>();
        kept.forEach((name, bytes) -> digests.put(name, Digest.sha256(bytes)));
        return new FileSet(digests, Map.of(), (name, digest) -> Objects.requireNonNull(kept.get(name)));
    }

    /**
     * Gives a set that was kept.
     *
     * @param manifest as {@link #manifest} gave it
     * @param content gives the bytes of a file by digest
     */
    public static FileSet kept(String manifest, Function<String, byte[]> content) {
        Map<String, String> digests =
                manifest.lines().collect(Collectors.toMap(line -> line.substring(66), line -> line.substring(0, 64)));
        return new FileSet(digests, Map.of(), (name, digest) -> content.apply(digest));
    }

    /**
     * Gives the files of both, each named anew.
     *
     * @param naming gives a file's name in the whole by its name in the other
     */
    public FileSet and(FileSet other, UnaryOperator<String> naming) {
        Map<String, String> all = new TreeMap<>(digests);
        Map<String, Notice> notRead = new TreeMap<>(unread);
        Map<String, String> theirs = new TreeMap<>();
        other.digests.forEach((name, digest) -> {
            all.put(naming.apply(name), digest);
            theirs.put(naming.apply(name), name);
        });
        other.unread.forEach((name, why) -> notRead.put(naming.apply(name), why));
        return new FileSet(
                all,
                notRead,
                (name, digest) -> theirs.containsKey(name)
                        ? other.content.apply(theirs.get(name), digest)
                        : content.apply(name, digest));
    }

    /** SHA-256 of each file that can be read, in lower hex, by name. */
    public SortedMap<String, String> digests() {
        return digests;
    }

    /** Why the others cannot be read, by name. */
    public SortedMap<String, Notice> unread() {
        return unread;
    }

    /** Whether there is nothing that is named as a contract. */
    public boolean isEmpty() {
        return digests.isEmpty() && unread.isEmpty();
    }

    /**
     * Reads a file.
     *
     * @throws IllegalStateException when it is another one than it was when its digest was taken
     */
    public byte[] read(String name) {
        String digest = Objects.requireNonNull(digests.get(name));
        byte[] bytes = content.apply(name, digest);
        if (!Digest.sha256(bytes).equals(digest)) {
            throw new IllegalStateException(name + " has changed since it was looked at first");
        }
        return bytes;
    }

    /** Gives a line for each file in the order of names, as sha256sum writes it: digest, two spaces, name. */
    public String manifest() {
        SortedMap<String, String> lines = new TreeMap<>(digests);
        unread.keySet().forEach(name -> lines.put(name, UNREAD));
        return lines.entrySet().stream()
                .map(file -> file.getValue() + "  " + file.getKey() + "\n")
                .collect(Collectors.joining());
    }

    /** SHA-256 of the manifest, by which files are known as one set; with a file that cannot be read it is no set's. */
    public String hash() {
        return Digest.sha256(manifest().getBytes(StandardCharsets.UTF_8));
    }

    /** Tells whether each of its files is one of another set, under the same name. */
    public boolean isPartOf(FileSet other) {
        return unread.isEmpty() && other.digests.entrySet().containsAll(digests.entrySet());
    }
}
