package lt.mokiniai.tools.command.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lt.mokiniai.intake.transport.Delivered;
import lt.mokiniai.intake.transport.files.BatchFiles;
import lt.mokiniai.intake.transport.files.BatchReport;
import lt.mokiniai.intake.transport.files.FileDeliveries;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.register.form.report.FindingReport;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** Takes signed files of a source register, one after the other, and applies what they say. */
@Command(name = "deliver", mixinStandardHelpOptions = true)
final class Deliver implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "files")
    private List<Path> files = List.of();

    @Mixin
    private IntakeOptions options = new IntakeOptions();

    @Unmatched
    private final List<String> properties = new ArrayList<>();

    @Override
    public Integer call() {
        return options.run(properties, this::delivered);
    }

    private IntakeSummary delivered(ApplicationContext parts, FindingReport found) {
        FileDeliveries deliveries = parts.getBean(FileDeliveries.class);
        List<Text> said = new ArrayList<>();
        List<Delivered> taken = new ArrayList<>();
        List<BatchFiles> batches = files.stream().map(BatchFiles::of).distinct().toList();
        for (BatchFiles batch : batches) {
            Optional<Delivered> delivered = deliveries.deliver(batch, options.operator(), found);
            delivered.ifPresent(taken::add);
            said.addAll(new BatchReport(batch.records().toString(), delivered, List.of()).lines());
        }
        return IntakeSummary.of(parts, said, taken.size() < batches.size(), taken, found);
    }
}
