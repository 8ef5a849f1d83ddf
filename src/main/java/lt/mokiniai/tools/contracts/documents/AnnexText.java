package lt.mokiniai.tools.contracts.documents;

import static lt.mokiniai.kernel.texts.Messages.text;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.kernel.texts.Text.Language;
import lt.mokiniai.tools.contracts.documents.Annex.Item;
import lt.mokiniai.tools.contracts.documents.Annex.Part;
import lt.mokiniai.tools.contracts.documents.Annex.Term;

/** An annex as Markdown: for a terminal, a mail, and the documents of this project. */
public final class AnnexText {

    private final List<Language> languages;
    private final StringBuilder written = new StringBuilder();

    private AnnexText(Collection<Language> languages) {
        this.languages = List.copyOf(languages);
    }

    /** Writes an annex in one language, or with one under the other. */
    public static String of(Annex annex, Collection<Language> languages) {
        AnnexText annexed = new AnnexText(languages);
        annexed.write(annex);
        return annexed.written.toString();
    }

    private void write(Annex annex) {
        written.append("# ").append(both(annex.title())).append("\n\n");
        annex.terms().forEach(this::write);
        annex.grants().forEach(this::write);
    }

    private void write(Part part) {
        written.append("\n## `").append(part.operation()).append("`\n\n");
        written.append(both(part.description())).append("\n\n");
        part.terms().forEach(this::write);
        table(text("annex.shows"), part.shows());
        table(text("annex.asks"), part.asks());
        table(text("annex.writes"), part.writes());
    }

    private void write(Term term) {
        for (Language language : languages) {
            written.append("- **").append(line(language.of(term.label()))).append("**: ");
            written.append(term.values().stream()
                            .map(value -> line(language.of(value)))
                            .collect(Collectors.joining("\n  - ")))
                    .append('\n');
        }
    }

    private void table(Text title, List<Item> items) {
        if (items.isEmpty()) {
            return;
        }
        written.append("\n").append(both(title)).append(":\n\n");
        row(Stream.of(
                Stream.of(both(text("annex.number")), both(text("annex.sensitivity"))),
                languages.stream().map(language -> language.of(text("annex.item"))),
                Stream.of(both(text("annex.path")))));
        written.append("| --- | --- |")
                .append(" --- |".repeat(languages.size()))
                .append(" --- |\n");
        items.forEach(item -> row(Stream.of(
                Stream.of(item.number(), both(item.sensitivityText())),
                languages.stream().map(language -> language.of(item.text())),
                Stream.of("`" + item.path() + "`"))));
    }

    private void row(Stream<Stream<String>> cells) {
        written.append(
                cells.flatMap(cell -> cell).map(AnnexText::cell).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private String both(Text words) {
        Set<String> said = new LinkedHashSet<>();
        languages.forEach(language -> said.add(line(language.of(words))));
        return String.join(" / ", said);
    }

    /** What a contract says must not become markup of the page that it is printed on. */
    private static String line(String words) {
        return words.replace("\\", "\\\\").replaceAll("[<>*_`\\[\\]#]", "\\\\$0");
    }

    private static String cell(String words) {
        return words.replace("|", "\\|");
    }
}
