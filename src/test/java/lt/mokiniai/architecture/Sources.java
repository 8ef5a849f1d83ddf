package lt.mokiniai.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The source files of the product, as rules about them read them. */
final class Sources {

    static final Path ROOT = Path.of("src/main/java");

    private Sources() {}

    /** Every Java file that is written by hand. */
    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }

    /** The names of all packages that hold one. */
    static Stream<String> packages() throws IOException {
        return files().map(Path::getParent).distinct().map(Sources::name);
    }

    /** The name of the package of a folder. */
    static String name(Path folder) {
        return String.join(".", names(ROOT.relativize(folder)));
    }

    private static List<String> names(Path folder) {
        return Stream.iterate(0, i -> i < folder.getNameCount(), i -> i + 1)
                .map(i -> folder.getName(i).toString())
                .toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
