package lt.mokiniai.platform.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/**
 * The file of an embedded H2 database, by the address of the database. H2 takes an address without a scheme for a file.
 *
 * @param path the file without the ending that H2 puts behind it
 */
record DatabaseFile(Path path) {

    private static final String H2 = "jdbc:h2:";

    /** Places of a database that are no file of this process: in memory, or with a server. */
    private static final List<String> ELSEWHERE = List.of("mem:", "tcp:", "ssl:", "zip:", "classpath:");

    /** Gives the file of the database that a start is configured for; nothing where it is no file of this process. */
    static Optional<DatabaseFile> of(Environment environment) {
        return of(environment.getProperty("spring.datasource.url", ""));
    }

    static Optional<DatabaseFile> of(String url) {
        if (!url.startsWith(H2)) {
            return Optional.empty();
        }
        String place = url.substring(H2.length()).split(";", 2)[0];
        if (ELSEWHERE.stream().anyMatch(place::startsWith)) {
            return Optional.empty();
        }
        String file = place.startsWith("file:") ? place.substring("file:".length()) : place;
        String expanded = file.startsWith("~") ? System.getProperty("user.home") + file.substring(1) : file;
        return Optional.of(new DatabaseFile(Path.of(expanded).toAbsolutePath()));
    }

    /** The data, and the trace that H2 writes beside them: it may repeat values of rows. */
    Stream<Path> files() {
        return Stream.of(".mv.db", ".trace.db").map(this::with);
    }

    /** Files that H2 makes for a while when it compacts the data as a whole, and the trace before the last. */
    Stream<Path> passingFiles() {
        return Stream.of(".mv.db.tempFile", ".mv.db.newFile", ".trace.db.old").map(this::with);
    }

    private Path with(String ending) {
        return path.resolveSibling(path.getFileName() + ending);
    }
}
