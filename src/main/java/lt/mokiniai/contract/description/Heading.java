package lt.mokiniai.contract.description;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;

/**
 * What a narrowed description says of itself.
 *
 * @param contracts the contracts that it is narrowed to, one at least
 * @param recipientLt for whom it is, in Lithuanian
 * @param recipientEn for whom it is, in English
 */
public record Heading(List<Source> contracts, String recipientLt, String recipientEn) {

    /** Keeps its own copy of the contracts. */
    public Heading {
        contracts = List.copyOf(contracts);
    }

    /**
     * A contract that a description is narrowed to.
     *
     * @param contract its id, such as {@code MR-2026-014}
     * @param version its version
     * @param date the first day of that version
     * @param edition of the data items that it was written for
     */
    public record Source(String contract, String version, LocalDate date, int edition) {}

    /** The newest edition that one of the contracts was written for. */
    int edition() {
        return contracts.stream().mapToInt(Source::edition).max().orElse(1);
    }

    Text text() {
        Text recipient = new Text(recipientLt, recipientEn);
        Text sources = new Text(joined(Text::lt), joined(Text::en));
        return contracts.size() == 1
                ? Messages.text("heading.one", sources, recipient)
                : Messages.text("heading.several", sources, recipient);
    }

    private String joined(Function<Text, String> language) {
        return contracts.stream()
                .map(source -> Messages.text(
                        "heading.source", source.contract(), source.version(), source.date(), source.edition()))
                .map(language)
                .collect(Collectors.joining("; "));
    }
}
