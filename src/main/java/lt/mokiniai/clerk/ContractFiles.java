package lt.mokiniai.clerk;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lt.mokiniai.contract.Contract;
import lt.mokiniai.contractfile.BrokenContracts;
import lt.mokiniai.contractfile.SetReader;
import lt.mokiniai.schema.PublishedOperations;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a command is given, and writes what a program is to read. */
final class ContractFiles {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final CommandSpec spec;
    private final PublishedOperations published = PublishedOperations.load();

    /** @param spec the command, which a wrong path is a wrong usage of */
    ContractFiles(CommandSpec spec) {
        this.spec = spec;
    }

    PublishedOperations published() {
        return published;
    }

    /**
     * Reads one contract by itself.
     *
     * @throws BrokenContracts when it is not sound
     */
    Contract contract(Path file) {
        SortedMap<String, byte[]> one = new TreeMap<>();
        one.put(file.toString(), bytes(file));
        return new SetReader(published).read(one).all().get(0);
    }

    byte[] bytes(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), "there is no file " + file);
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "the file " + file + " cannot be read", e);
        }
    }

    /** The terminal, where somebody sits at one. From JDK 22 to 24 only this implementation tells that nobody does. */
    @SuppressWarnings("SystemConsoleNull")
    static Optional<Console> terminal() {
        System.setProperty("jdk.console", "java.base");
        return Optional.ofNullable(System.console());
    }

    void printJson(Object value) {
        spec.commandLine().getOut().println(JSON.writeValueAsString(value));
    }
}
