package lt.mokiniai.intake.transport.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lt.mokiniai.intake.transport.Delivered;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.kernel.texts.Text.Language;
import lt.mokiniai.register.form.report.FindingCount;

/**
 * What came of a batch, as it is told to whoever brought it.
 *
 * @param file of the records
 * @param delivered nothing where it was refused as a whole
 * @param findings how many there are of each code
 */
public record BatchReport(String file, Optional<Delivered> delivered, List<FindingCount> findings) {

    /** Keeps its own copy. */
    public BatchReport {
        findings = List.copyOf(findings);
    }

    /** Says it to people. */
    public List<Text> lines() {
        List<Text> lines = new ArrayList<>();
        lines.add(delivered
                .map(Delivered::line)
                .map(line -> new Text(file + ": " + line.lt(), file + ": " + line.en()))
                .orElseGet(() -> Messages.text("transport.refused", file)));
        findings.stream().map(FindingCount::line).forEach(lines::add);
        return lines;
    }

    /** All of it in one line, in English, for the log. */
    String en() {
        return lines().stream().map(Text::en).collect(Collectors.joining("; "));
    }

    /** All of it in both languages. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Language language : Language.values()) {
            lines().forEach(line -> text.append(language.of(line)).append('\n'));
            text.append('\n');
        }
        return text.toString();
    }
}
