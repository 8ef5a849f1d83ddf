package lt.mokiniai;

import java.net.URISyntaxException;
import java.nio.file.Path;

/**
 * The process that runs these tests. Surefire starts several at once; each keeps the files that its tests write in a folder
 * of its own, since the others write files of the same names.
 */
public final class Fork {

    /** The build calls its processes fork-1 and so on; an IDE does not. */
    public static final String NAME = System.getProperty("mokiniai.fork", "alone");

    /** The folder of the compiled tests, on the class path. */
    public static final Path CLASSES = classes();

    private static final Path FOLDER = Path.of("target", "tests", NAME).toAbsolutePath();

    private Fork() {}

    /** Gives the path of a file or folder that no test of another process writes. It need not exist yet. */
    public static Path folder(String name) {
        return FOLDER.resolve(name);
    }

    private static Path classes() {
        try {
            return Path.of(Fork.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
