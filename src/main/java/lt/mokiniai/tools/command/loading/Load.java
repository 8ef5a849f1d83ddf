package lt.mokiniai.tools.command.loading;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lt.mokiniai.kernel.VisibleText;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.register.form.SortedRecords;
import lt.mokiniai.register.form.report.FindingReport;
import lt.mokiniai.register.load.LoadFiles;
import lt.mokiniai.register.load.SeenRecords;
import lt.mokiniai.tools.command.database.DemoRegisterOptions;
import lt.mokiniai.tools.command.database.RegisterDatabase;
import lt.mokiniai.tools.contracts.terminal.LanguageOption;
import lt.mokiniai.tools.contracts.terminal.PrintedJson;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedRuntimeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/**
 * Loads files of the form into the register: each student whole or not at all, by the rules of the operations. What is there
 * already stays as it is, so that a load that was broken off goes on when it is begun again.
 */
@Command(name = "load", mixinStandardHelpOptions = true)
public final class Load implements Callable<Integer> {

    /** Of a user in the message log. */
    private static final int LONGEST_NAME = 200;

    @Parameters(arity = "1..*", paramLabel = "FILE|FOLDER", descriptionKey = "files")
    private List<Path> files = List.of();

    @Option(names = "--dry-run")
    private boolean isTried;

    @Option(names = "--report", paramLabel = "FILE", defaultValue = "load-report.csv")
    private Path report = Path.of("");

    @Option(names = "--work", paramLabel = "FOLDER", defaultValue = "${sys:java.io.tmpdir}")
    private Path work = Path.of("");

    @Option(names = "--operator", paramLabel = "NAME", defaultValue = "${sys:user.name}")
    private String operator = "";

    @Option(names = "--json")
    private boolean json;

    @Mixin
    private DemoRegisterOptions demo = new DemoRegisterOptions();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Unmatched
    private final List<String> properties = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!VisibleText.isOneLine(operator) || operator.length() > LONGEST_NAME) {
            throw new ParameterException(spec.commandLine(), language.say("load.operator", LONGEST_NAME));
        }
        List<String> settings = demo.settings(properties, language);
        RegisterDatabase named = new RegisterDatabase(settings);
        named.required("spring.datasource.url");
        named.required("mokiniai.key.master");
        XRoadId register = XRoadId.parse(named.required("mokiniai.exchange.register"));
        List<Path> inputs = inputs();
        Path folder = Files.createTempDirectory(work, "mokiniai-load");
        LoadSummary summary;
        try (FindingReport found = new FindingReport(report);
                ConfigurableApplicationContext parts = RegisterParts.start(settings, isTried)) {
            LoggedLoad load = new LoggedLoad(parts, register.memberCode(), operator, language);
            summary = load(load, inputs, folder, found);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        } catch (NestedRuntimeException failure) {
            throw new IllegalStateException(RegisterParts.why(failure), failure);
        } finally {
            Files.deleteIfExists(folder);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(PrintedJson.of(summary));
        } else {
            summary.lines().forEach(line -> out.println(language.of(line)));
        }
        return summary.isAllLoaded() ? 0 : 1;
    }

    /** The files that are named, and what named folders hold; the report of an earlier load is none of them. */
    private List<Path> inputs() throws IOException {
        for (Path file : files) {
            if (!Files.isDirectory(file) && isReport(file)) {
                throw new ParameterException(spec.commandLine(), language.say("load.report-read", file));
            }
        }
        try {
            return SortedRecords.files(files, this::isReport);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private boolean isReport(Path file) {
        try {
            return Files.exists(report) && Files.exists(file) && Files.isSameFile(file, report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LoadSummary load(LoggedLoad load, List<Path> inputs, Path folder, FindingReport found) {
        SeenRecords seen = new SeenRecords();
        try (SortedRecords records = read(inputs, folder, seen, found)) {
            if (!records.isWhole()) {
                return LoadSummary.of(Optional.empty(), records, Optional.empty(), found);
            }
            LoadFiles loaded = LoadFiles.of(records, seen);
            try (ProgressLine loading =
                    ProgressLine.of(language.say(isTried ? "load.trying" : "load.loading"), records.students())) {
                return isTried
                        ? load.tried(loaded, records, found, loading::reached)
                        : load.done(loaded, records, found, loading::reached);
            }
        }
    }

    private SortedRecords read(List<Path> inputs, Path folder, SeenRecords seen, FindingReport found) {
        try (ProgressLine reading = ProgressLine.of(language.say("load.reading"), SortedRecords.size(inputs))) {
            return SortedRecords.of(inputs, folder, seen, found, reading::reached);
        }
    }
}
