package lt.mokiniai.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lt.mokiniai.Fork;
import lt.mokiniai.oracle.DatabaseServer;

/** The demo's parties under contracts with quotas, and one that is spent by its delivery; two nodes on one database server. */
final class MeteredContracts {

    private static final Path FOLDER = Fork.folder("exchange/metered-contracts");

    private MeteredContracts() {}

    static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(DatabaseServer.settings("metered", 20));
        settings.putAll(Map.of("mokiniai.contract.folder", write(), "mokiniai.contract.unsigned", "true"));
        return settings;
    }

    private static String write() {
        try {
            if (Files.isDirectory(FOLDER)) {
                try (Stream<Path> old = Files.walk(FOLDER)) {
                    old.sorted(Comparator.reverseOrder()).forEach(MeteredContracts::delete);
                }
            }
            Files.createDirectories(FOLDER);
            metered("001-benefits", "getStudent", "<quota><messages perDay=\"10\"/></quota>");
            metered("001-benefits", "getEnrolments", "<quota><messages perMinute=\"3\"/></quota>");
            metered(
                    "004-migration",
                    "getStudent",
                    "<quota><students distinctPerMonth=\"2\"/><repeatedLooks perDay=\"2\"/></quota>"
                            + "<visibleAfter days=\"30\"/>");
            metered("004-migration", "resolveStudents", "<quota><students distinctPerMonth=\"2\"/></quota>");
            metered("002-municipality", "resolveStudents", "<quota><students perMessage=\"2\"/></quota>");
            return FOLDER.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a bound behind the delivery of an operation's grant. */
    private static void metered(String name, String operation, String bound) throws IOException {
        Path file = FOLDER.resolve(name + ".xml");
        String contract =
                Files.readString(Files.exists(file) ? file : Path.of("contracts", "MR-2026-" + name + ".xml"));
        String metered = contract.replaceFirst("(?s)(operation=\"" + operation + "\">.*?</delivery>)", "$1" + bound);
        if (metered.equals(contract)) {
            throw new AssertionError(name + " does not grant " + operation);
        }
        Files.writeString(file, metered);
    }

    /** Makes the contract of the school, which is of no use here, one of a single request about these students. */
    static void request(String... registerIds) {
        try {
            Files.writeString(FOLDER.resolve("005-school.xml"), SchoolRequest.about(List.of(registerIds)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
