package lt.mokiniai.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lt.mokiniai.Fork;
import lt.mokiniai.contract.active.ActiveContracts;

/** A folder with the contracts of all tests, of which a test changes one while the register runs. */
final class ChangingContracts {

    private static final Pattern VERSION = Pattern.compile("(<contract\\b[^>]*\\bversion=\")([0-9]+)\"");

    private final Path folder;

    private ChangingContracts(Path folder) {
        this.folder = folder;
    }

    /** @param name of the folder */
    static ChangingContracts in(String name) {
        Path all = Fork.folder("exchange/" + name + "-all");
        TestContracts.write(all);
        ChangingContracts contracts = new ChangingContracts(Fork.folder("exchange/" + name));
        try {
            Files.createDirectories(contracts.folder);
            for (Path file : files(all)) {
                Files.copy(file, contracts.folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contracts;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".xml")).toList();
        }
    }

    /** What a register is told of the folder. */
    Map<String, String> settings() {
        return new HashMap<>(Map.of(
                "mokiniai.contract.folder",
                folder.toString(),
                "mokiniai.contract.unsigned",
                "true",
                "mokiniai.contract.look-every",
                "20ms"));
    }

    /** Changes a contract, makes a new version of it, and waits until it is in force on all nodes. */
    void change(String file, UnaryOperator<String> change, Register... nodes) {
        Path path = folder.resolve(file);
        try {
            String before = Files.readString(path);
            String after = change.apply(before);
            if (after.equals(before)) {
                throw new AssertionError("nothing of " + file + " was changed");
            }
            List<String> sets = Stream.of(nodes).map(ChangingContracts::set).toList();
            Path beside = Files.writeString(folder.resolve(file + ".new"), nextVersion(after));
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> Stream.of(nodes).map(ChangingContracts::set).noneMatch(sets::contains));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nextVersion(String contract) {
        Matcher version = VERSION.matcher(contract);
        return version.replaceFirst(found -> found.group(1) + (Integer.parseInt(found.group(2)) + 1) + "\"");
    }

    private static String set(Register node) {
        return node.bean(ActiveContracts.class).current().hash();
    }
}
