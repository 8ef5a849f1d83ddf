package lt.mokiniai;

import java.nio.file.Path;

/**
 * The process that runs these tests. Surefire starts several at once; each keeps the files that its tests write in a folder
 * of its own, since the others write files of the same names.
 */
public final class Fork {

    /** The build names its processes fork-1 and so on; an IDE does not. */
    private static final Path FOLDER = Path.of("target", "tests", System.getProperty("mokiniai.fork", "alone"))
            .toAbsolutePath();

    private Fork() {}

    /** Gives the path of a file or folder that no test of another process writes. It need not exist yet. */
    public static Path folder(String name) {
        return FOLDER.resolve(name);
    }
}
