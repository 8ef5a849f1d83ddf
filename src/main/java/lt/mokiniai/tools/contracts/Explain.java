package lt.mokiniai.tools.contracts;

import static lt.mokiniai.kernel.texts.Messages.text;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lt.mokiniai.contract.files.BrokenContracts;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.texts.Text.Language;
import lt.mokiniai.tools.contracts.documents.Annex;
import lt.mokiniai.tools.contracts.documents.AnnexText;
import lt.mokiniai.tools.contracts.documents.Templates;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says in words what a contract allows. */
@Command(name = "explain", mixinStandardHelpOptions = true)
final class Explain implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private Path file = Path.of("");

    @Option(names = "--lang", defaultValue = "both", paramLabel = "lt|en|both")
    private String language = "both";

    @Option(names = "--day", paramLabel = "YYYY-MM-DD")
    private @Nullable LocalDate day;

    @Option(names = "--html", paramLabel = "OUT")
    private @Nullable Path html;

    @Option(names = "--json")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ContractFiles files = new ContractFiles(spec);
        LocalDate today = day == null ? LocalDate.ofInstant(Clock.systemUTC().instant(), Dates.ZONE) : day;
        Annex annex;
        try {
            annex = Annex.of(files.contract(file), today);
        } catch (BrokenContracts broken) {
            files.printUnsound(broken, json, languages());
            return 1;
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            files.printJson(annex);
        } else if (html == null) {
            out.print(AnnexText.of(annex, languages()));
            out.flush();
        } else if (html.equals(Path.of("-"))) {
            out.print(page(annex));
            out.flush();
        } else {
            Files.writeString(html, page(annex));
            out.println("Written: " + html);
        }
        return 0;
    }

    private List<Language> languages() {
        return switch (language) {
            case "lt" -> List.of(Language.LT);
            case "en" -> List.of(Language.EN);
            case "both" -> List.of(Language.LT, Language.EN);
            default ->
                throw new ParameterException(spec.commandLine(), "there is no --lang " + language + "; lt, en or both");
        };
    }

    private String page(Annex annex) {
        Map<String, Object> headings = new HashMap<>(Map.of(
                "signed", text("annex.signed"),
                "register", text("annex.sign-register"),
                "party", text("annex.sign-party", annex.party()),
                "who", text("annex.sign-who"),
                "signature", text("annex.sign-signature"),
                "date", text("annex.sign-date")));
        headings.putAll(Map.of(
                "shows", text("annex.shows"),
                "asks", text("annex.asks"),
                "writes", text("annex.writes"),
                "number", text("annex.number"),
                "item", text("annex.item"),
                "sensitivity", text("annex.sensitivity"),
                "path", text("annex.path")));
        return Templates.html("annex.html", Map.of("annex", annex, "languages", languages(), "headings", headings));
    }
}
