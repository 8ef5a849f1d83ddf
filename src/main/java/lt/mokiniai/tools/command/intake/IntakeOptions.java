package lt.mokiniai.tools.command.intake;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import lt.mokiniai.kernel.VisibleText;
import lt.mokiniai.register.form.report.FindingReport;
import lt.mokiniai.tools.command.database.DemoRegisterOptions;
import lt.mokiniai.tools.command.database.RegisterDatabase;
import lt.mokiniai.tools.command.loading.RegisterParts;
import lt.mokiniai.tools.contracts.terminal.LanguageOption;
import lt.mokiniai.tools.contracts.terminal.PrintedJson;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedRuntimeException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the commands take that have something delivered. */
final class IntakeOptions {

    /** Of a user in the message log. */
    private static final int LONGEST_NAME = 200;

    @Option(names = "--report", paramLabel = "FILE", defaultValue = "intake-report.csv")
    private Path report = Path.of("");

    @Option(names = "--operator", paramLabel = "NAME", defaultValue = "${sys:user.name}")
    private String operator = "";

    @Option(names = "--json")
    private boolean json;

    @Mixin
    private DemoRegisterOptions demo = new DemoRegisterOptions();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Who does it, as they say. */
    String operator() {
        return operator;
    }

    /** Does the work of a command, and prints what came of it. */
    int run(List<String> properties, BiFunction<ApplicationContext, FindingReport, IntakeSummary> work) {
        if (!VisibleText.isOneLine(operator) || operator.length() > LONGEST_NAME) {
            throw new ParameterException(spec.commandLine(), language.say("load.operator", LONGEST_NAME));
        }
        List<String> settings = demo.settings(properties, language);
        RegisterDatabase named = new RegisterDatabase(settings);
        List.of(
                        "spring.datasource.url",
                        "mokiniai.key.master",
                        "mokiniai.exchange.register",
                        "mokiniai.contract.folder",
                        "mokiniai.security.keystore")
                .forEach(named::required);
        IntakeSummary summary;
        try (FindingReport found = new FindingReport(report);
                ConfigurableApplicationContext parts = IntakeParts.start(settings)) {
            summary = work.apply(parts, found);
        } catch (NestedRuntimeException failure) {
            throw new IllegalStateException(RegisterParts.why(failure), failure);
        } catch (UncheckedIOException failure) {
            throw new IllegalStateException(String.valueOf(failure.getMessage()), failure);
        }
        if (json) {
            spec.commandLine().getOut().println(PrintedJson.of(summary));
        } else {
            summary.lines().forEach(line -> spec.commandLine().getOut().println(language.of(line)));
        }
        return summary.isAllTaken() ? 0 : 1;
    }
}
