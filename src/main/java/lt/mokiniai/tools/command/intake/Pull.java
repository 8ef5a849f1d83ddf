package lt.mokiniai.tools.command.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lt.mokiniai.intake.transport.Delivered;
import lt.mokiniai.intake.transport.pulling.PulledSources;
import lt.mokiniai.intake.transport.pulling.PulledSources.Pulled;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.register.form.report.FindingReport;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** Asks the source of a register now, and applies what it answers. */
@Command(name = "pull", mixinStandardHelpOptions = true)
final class Pull implements Callable<Integer> {

    @Parameters(paramLabel = "REGISTER", descriptionKey = "register")
    private String register = "";

    @Mixin
    private IntakeOptions options = new IntakeOptions();

    @Unmatched
    private final List<String> properties = new ArrayList<>();

    @Override
    public Integer call() {
        return options.run(properties, this::pulled);
    }

    private IntakeSummary pulled(ApplicationContext parts, FindingReport found) {
        Pulled pulled = parts.getBean(PulledSources.class).pull(register, options.operator(), found);
        List<Text> said = new ArrayList<>();
        if (pulled.isWhole() && pulled.deliveries().isEmpty()) {
            said.add(Messages.text("transport.nothing-new", register));
        }
        said.add(Messages.text("transport.pulled", register, pulled.deliveries().size(), pulled.receipt()));
        pulled.deliveries().stream().map(Delivered::line).forEach(said::add);
        return IntakeSummary.of(parts, said, !pulled.isWhole(), pulled.deliveries(), found);
    }
}
