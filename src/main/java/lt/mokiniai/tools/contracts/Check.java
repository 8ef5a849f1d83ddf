package lt.mokiniai.tools.contracts;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import lt.mokiniai.contract.files.BrokenContracts;
import lt.mokiniai.contract.files.BrokenContracts.Problem;
import lt.mokiniai.contract.files.SetReader;
import lt.mokiniai.contract.files.Warnings;
import lt.mokiniai.contract.files.folder.ContractFolder;
import lt.mokiniai.contract.files.folder.FileSet;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.contract.signatures.BothParties;
import lt.mokiniai.contract.signatures.Signatories;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.tools.contracts.ContractFiles.Severity;
import lt.mokiniai.tools.contracts.ContractFiles.Told;
import lt.mokiniai.tools.contracts.documents.Differences;
import lt.mokiniai.tools.contracts.documents.Differences.Difference;
import lt.mokiniai.tools.contracts.terminal.LanguageOption;
import lt.mokiniai.tools.contracts.terminal.PromptedValues;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks files as the service would when it takes them. */
@Command(name = "check", mixinStandardHelpOptions = true)
final class Check implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE|FOLDER", descriptionKey = "files")
    private List<Path> paths = List.of();

    @Option(names = "--signatories", paramLabel = "FOLDER")
    private @Nullable Path signatories;

    @Option(names = "--register", paramLabel = "CODE")
    private @Nullable String register;

    @Option(names = "--largest-file", paramLabel = "BYTES", defaultValue = "" + ContractFolder.LARGEST_FILE)
    private int largestFile = ContractFolder.LARGEST_FILE;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(names = "--json")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ContractFiles files = new ContractFiles(spec);
        FileSet set = FileSet.of(Map.of());
        for (Path path : paths) {
            set = and(set, path, files);
        }
        try {
            Optional<BothParties> signedBy = signedBy();
            List<Contract> sound =
                    new SetReader(files.published(), () -> signedBy).read(set).all();
            report(sound, set, files);
            return 0;
        } catch (BrokenContracts broken) {
            report(broken, files);
            return 1;
        }
    }

    private Optional<BothParties> signedBy() {
        if (register != null && !LegalEntityCode.isValid(register)) {
            throw new ParameterException(spec.commandLine(), new PromptedValues(language).notACode(register));
        }
        if (signatories == null) {
            return Optional.empty();
        }
        if (register == null) {
            throw new ParameterException(
                    spec.commandLine(), language.say("check.register-missing", paths.get(0), signatories));
        }
        try {
            return Optional.of(new BothParties(new LegalEntityCode(register), Signatories.load(signatories)));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private FileSet and(FileSet set, Path path, ContractFiles files) {
        if (!Files.isDirectory(path)) {
            String name = path.normalize().toString();
            return set.and(FileSet.of(Map.of(name, files.bytes(path))), same -> same);
        }
        FileSet found = new ContractFolder(path, largestFile).files();
        if (found.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "the folder " + path + " holds no contract (*.xml)");
        }
        return set.and(found, name -> path.resolve(name).normalize().toString());
    }

    private void report(List<Contract> sound, FileSet set, ContractFiles files) {
        List<Problem> warnings = warnings().of(sound, set);
        List<Problem> notes = sound.stream()
                .flatMap(contract -> newerEdition(contract, set.read(contract.file()), files.published()).stream())
                .toList();
        if (json) {
            List<Told> told = new ArrayList<>(Told.of(warnings, Severity.WARNING));
            told.addAll(Told.of(notes, Severity.NOTE));
            files.printJson(told);
            return;
        }
        PrintWriter out = spec.commandLine().getOut();
        sound.forEach(contract -> out.println(
                language.say("check.sound", contract.file(), contract.id(), contract.version(), contract.kind())));
        warnings.forEach(problem ->
                out.println(language.say("check.warning", ContractFiles.told(problem, language.language()))));
        notes.forEach(
                problem -> out.println(language.say("check.note", ContractFiles.told(problem, language.language()))));
        out.flush();
    }

    /** The register's subsystem is known where a service has made the launcher of this command. */
    private Warnings warnings() {
        Optional<XRoadId> subsystem = Optional.ofNullable(System.getProperty("mokiniai.exchange.register"))
                .filter(id -> !id.isEmpty())
                .map(XRoadId::parse);
        return new Warnings(
                LocalDate.ofInstant(Clock.systemUTC().instant(), Dates.ZONE),
                Optional.ofNullable(register)
                        .or(() -> subsystem.map(XRoadId::memberCode))
                        .filter(LegalEntityCode::isValid)
                        .map(LegalEntityCode::new),
                subsystem);
    }

    /**
     * Tells what a contract would grant if it were written for the newest edition of the data items. It stays as it was
     * signed, but who writes its next version may want to know what has come since.
     */
    static Optional<Problem> newerEdition(Contract contract, byte[] bytes, PublishedOperations published) {
        if (contract.edition() == published.edition()) {
            return Optional.empty();
        }
        List<Difference> added =
                Differences.between(contract, new SetReader(published).inNewestEdition(contract, bytes)).stream()
                        .filter(difference -> !difference.where().equals(Differences.CONTRACT))
                        .toList();
        return added.isEmpty()
                ? Optional.empty()
                : Optional.of(Warnings.ofNewerEdition(
                        contract, published.edition(), listed(added, Text::lt), listed(added, Text::en)));
    }

    private static String listed(List<Difference> added, Function<Text, String> language) {
        return added.stream()
                .map(difference -> difference.where() + " " + language.apply(difference.what()) + " "
                        + language.apply(difference.after()))
                .collect(Collectors.joining("; "));
    }

    private void report(BrokenContracts broken, ContractFiles files) {
        if (json) {
            files.printJson(Told.of(broken.problems(), Severity.ERROR));
            return;
        }
        PrintWriter out = spec.commandLine().getOut();
        broken.problems().forEach(problem -> out.println(ContractFiles.told(problem, language.language())));
    }
}
