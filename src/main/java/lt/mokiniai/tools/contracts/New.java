package lt.mokiniai.tools.contracts;

import static lt.mokiniai.kernel.texts.Messages.text;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import lt.mokiniai.contract.model.Contract.Kind;
import lt.mokiniai.contract.model.Term;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.tools.contracts.documents.ContractTemplate;
import lt.mokiniai.tools.contracts.documents.ContractTemplate.Beginning;
import lt.mokiniai.tools.contracts.documents.ContractTemplate.Counterparty;
import lt.mokiniai.tools.contracts.terminal.LanguageOption;
import lt.mokiniai.tools.contracts.terminal.PromptedValues;
import lt.mokiniai.tools.contracts.terminal.TerminalPrompts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Begins a contract file. */
@Command(name = "new", mixinStandardHelpOptions = true, sortOptions = false)
final class New implements Callable<Integer> {

    @Option(names = "--kind")
    private @Nullable String kind;

    @Option(names = "--party", paramLabel = "CODE")
    private @Nullable String party;

    @Option(names = "--client", paramLabel = "ID")
    private @Nullable String client;

    @Option(names = "--operation", arity = "1..*", paramLabel = "OPERATION")
    private List<String> operations = new ArrayList<>();

    @Option(names = "--id")
    private @Nullable String id;

    @Option(names = "--name-lt", paramLabel = "NAME")
    private @Nullable String nameLt;

    @Option(names = "--name-en", paramLabel = "NAME")
    private @Nullable String nameEn;

    @Option(names = "--purpose-lt", paramLabel = "TEXT")
    private @Nullable String purposeLt;

    @Option(names = "--purpose-en", paramLabel = "TEXT")
    private @Nullable String purposeEn;

    @Option(names = "--from", paramLabel = "YYYY-MM-DD")
    private @Nullable String from;

    @Option(names = "--until", paramLabel = "YYYY-MM-DD")
    private @Nullable String until;

    @Option(names = "--out", paramLabel = "FILE")
    private @Nullable Path out;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(names = "--json")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private final Optional<TerminalPrompts> terminal;

    /** Asks where somebody sits at a terminal. */
    New() {
        this(ContractFiles.terminal().map(console -> new TerminalPrompts(console.reader(), console.writer())));
    }

    New(Optional<TerminalPrompts> terminal) {
        this.terminal = terminal;
    }

    /** The file as it is printed for programs. */
    record Begun(Optional<String> written, Optional<String> contract) {}

    @Override
    public Integer call() throws IOException {
        String skeleton = ContractTemplate.of(beginning());
        PrintWriter printed = spec.commandLine().getOut();
        if (out != null) {
            write(skeleton, out);
        }
        if (json) {
            Optional<String> contract = out == null ? Optional.of(skeleton) : Optional.empty();
            new ContractFiles(spec).printJson(new Begun(Optional.ofNullable(out).map(Path::toString), contract));
        } else if (out == null) {
            printed.print(skeleton);
            printed.flush();
        } else {
            String next = "mokiniai contract check " + out;
            printed.println(language.say("new.written", out, next));
        }
        return 0;
    }

    private void write(String skeleton, Path file) throws IOException {
        if (Files.exists(file)) {
            throw usage(language.say("new.exists", file));
        }
        Files.writeString(file, skeleton, StandardOpenOption.CREATE_NEW);
    }

    private Beginning beginning() {
        PromptedValues answers = new PromptedValues(language);
        Kind asked = needed(kind, "--kind", text("new.kind", PromptedValues.KINDS), answers::kind);
        LegalEntityCode code = needed(party, "--party", text("new.party"), answers::party);
        XRoadId subsystem = needed(client, "--client", text("new.client", PromptedValues.SUBSYSTEM), answers::client);
        List<PublishedOperation> chosen = operations.isEmpty() && asked == Kind.SUPPLY
                ? List.of()
                : needed(
                        operations.isEmpty() ? null : String.join(" ", operations),
                        "--operation",
                        text("new.operations", answers.grantable()),
                        answers::operations);
        Text name = new Text(
                left(nameLt, "new.name-lt", "", words -> words), left(nameEn, "new.name-en", "", words -> words));
        Text purpose = new Text(
                left(purposeLt, "new.purpose-lt", "", words -> words),
                left(purposeEn, "new.purpose-en", "", words -> words));
        LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), Dates.ZONE);
        LocalDate first = left(from, "new.first-day", today.toString(), answers::day);
        LocalDate aYear = first.plusYears(1).minusDays(1);
        LocalDate last =
                left(until, "new.last-day", aYear.toString(), answer -> answers.notBefore(first, answers.day(answer)));
        String number = left(id, "new.number", "MR-" + first.getYear() + "-000", answers::number);
        return new Beginning(
                asked,
                number,
                answers.edition(),
                new Counterparty(code, subsystem, name),
                purpose,
                chosen,
                new Term(first, last, true));
    }

    private <T> T needed(@Nullable String value, String option, Text question, Function<String, T> reading) {
        if (value != null) {
            return taken(value, reading);
        }
        return terminal.flatMap(person -> person.ask(language.of(question), reading))
                .orElseThrow(() -> usage(language.say("new.missing", option, question)));
    }

    /** Reads what may be left out; a person who was asked for what is needed is asked for it too. */
    private <T> T left(@Nullable String value, String key, String otherwise, Function<String, T> reading) {
        if (value != null) {
            return taken(value, reading);
        }
        boolean isGuided = kind == null || party == null || client == null;
        String question = language.say(key) + " (Enter: " + (otherwise.isEmpty() ? "–" : otherwise) + ")";
        return terminal.filter(person -> isGuided)
                .flatMap(person -> person.ask(question, answer -> reading.apply(answer.isEmpty() ? otherwise : answer)))
                .orElseGet(() -> reading.apply(otherwise));
    }

    private <T> T taken(String value, Function<String, T> reading) {
        try {
            return reading.apply(value);
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
