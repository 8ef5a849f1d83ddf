package lt.mokiniai.tools.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import lt.mokiniai.contract.files.SetReader;
import lt.mokiniai.contract.files.folder.FileSet;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.schema.PublishedOperations;

/** The contract that {@code docs/contracts.md} explains, whole or with a piece of it changed. */
final class ContractText {

    static final Path EXAMPLE = Path.of("docs/contracts/MR-2026-900.xml");
    private static final PublishedOperations PUBLISHED = PublishedOperations.load();

    private ContractText() {}

    static String example() {
        try {
            return Files.readString(EXAMPLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The example in which a piece is another; that it was there is part of the test. */
    static String changed(String piece, String other) {
        String text = example();
        if (!text.contains(piece)) {
            throw new IllegalArgumentException("the example has no " + piece);
        }
        return text.replace(piece, other);
    }

    static Contract read(String text) {
        TreeMap<String, byte[]> one = new TreeMap<>();
        one.put("example.xml", text.getBytes(StandardCharsets.UTF_8));
        return new SetReader(PUBLISHED).read(FileSet.of(one)).all().get(0);
    }

    static String written(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
