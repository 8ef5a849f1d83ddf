package lt.mokiniai.tools.contracts;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lt.mokiniai.contract.files.BrokenContracts;
import lt.mokiniai.contract.files.BrokenContracts.Problem;
import lt.mokiniai.contract.files.SetReader;
import lt.mokiniai.contract.files.folder.ContractFolder;
import lt.mokiniai.contract.files.folder.FileSet;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.kernel.texts.Notice.Words;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.kernel.texts.Text.Language;
import lt.mokiniai.tools.contracts.terminal.PrintedJson;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Reads what a command is given, and writes what a program is to read. */
final class ContractFiles {

    /** Whether a contract is not sound, or should be looked at. */
    enum Severity {
        ERROR,
        WARNING,
        NOTE
    }

    /** A problem or a warning as a program reads it. */
    record Told(Severity severity, String code, String file, int line, Words lt, Words en) {

        static List<Told> of(List<Problem> problems, Severity severity) {
            return problems.stream()
                    .map(problem -> new Told(
                            severity,
                            problem.notice().code(),
                            problem.file(),
                            problem.line(),
                            problem.notice().lt(),
                            problem.notice().en()))
                    .toList();
        }
    }

    /** What a program reads where a contract is not sound. */
    private record Unsound(List<Told> problems) {}

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
        FileSet one = FileSet.of(Map.of(file.toString(), bytes(file)));
        return new SetReader(published).read(one).all().get(0);
    }

    byte[] bytes(Path file) {
        if (Files.isDirectory(file)) {
            throw new ParameterException(spec.commandLine(), file + " is a folder; name one file in it" + anyOf(file));
        }
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), "there is no file " + file);
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "the file " + file + " cannot be read", e);
        }
    }

    private static String anyOf(Path folder) {
        FileSet contracts = new ContractFolder(folder, ContractFolder.LARGEST_FILE).files();
        return contracts.digests().keySet().stream()
                .findFirst()
                .map(name -> ", such as " + folder.resolve(name))
                .orElse("");
    }

    /** The terminal, where somebody sits at one. From JDK 22 to 24 only this implementation tells that nobody does. */
    @SuppressWarnings("SystemConsoleNull")
    static Optional<Console> terminal() {
        System.setProperty("jdk.console", "java.base");
        return Optional.ofNullable(System.console());
    }

    /** Tells why a contract is not sound: to a program as JSON, to people on the standard error. */
    void printUnsound(BrokenContracts broken, boolean json, List<Language> languages) {
        if (json) {
            printJson(new Unsound(Told.of(broken.problems(), Severity.ERROR)));
            return;
        }
        PrintWriter err = spec.commandLine().getErr();
        languages.forEach(language -> broken.problems().forEach(problem -> err.println(told(problem, language))));
    }

    static String told(Problem problem, Language language) {
        return language.of(new Text(
                problem.in(problem.notice().lt()), problem.in(problem.notice().en())));
    }

    void printJson(Object value) {
        spec.commandLine().getOut().println(PrintedJson.of(value));
    }
}
