package lt.mokiniai.tools.contracts;

import static lt.mokiniai.kernel.texts.Messages.text;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lt.mokiniai.contract.files.BrokenContracts;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.exchange.checks.Checks;
import lt.mokiniai.exchange.checks.Outcome;
import lt.mokiniai.exchange.checks.Outcome.Step;
import lt.mokiniai.exchange.checks.RegisterCheck;
import lt.mokiniai.exchange.message.Operations;
import lt.mokiniai.kernel.Caller;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.Stage;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.tools.contracts.documents.Annex;
import lt.mokiniai.tools.contracts.terminal.LanguageOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what would become of a request under one contract, without a service and without data. */
@Command(name = "try", mixinStandardHelpOptions = true)
final class Try implements Callable<Integer> {

    /** A check as it is printed for programs. */
    record TriedCheck(String check, String result, Optional<Fault> fault) {}

    /** A refusal as it is printed for programs. */
    record Fault(String code, Optional<String> field, String lt, String en, Text remedy) {}

    /** The whole as it is printed for programs. */
    record Tried(
            boolean allowed,
            List<TriedCheck> checks,
            Optional<String> contract,
            Optional<String> version,
            Optional<String> grant,
            List<Annex.Item> items) {}

    /** Reads {@code instance/memberClass/memberCode/subsystemCode}. */
    private static final class RegisterId implements ITypeConverter<XRoadId> {

        @Override
        public XRoadId convert(String value) {
            return XRoadId.parse(value);
        }
    }

    @Parameters(index = "0", paramLabel = "CONTRACT", descriptionKey = "contract")
    private Path contractFile = Path.of("");

    @Parameters(index = "1", paramLabel = "REQUEST", descriptionKey = "request")
    private Path requestFile = Path.of("");

    @Option(names = "--day", paramLabel = "YYYY-MM-DD")
    private @Nullable LocalDate day;

    @Option(names = "--user", paramLabel = "ID")
    private @Nullable String user;

    @Option(names = "--issue", paramLabel = "NUMBER")
    private @Nullable String issue;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(names = "--register", paramLabel = "ID", converter = RegisterId.class)
    private @Nullable XRoadId register;

    @Option(names = "--json")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ContractFiles files = new ContractFiles(spec);
        Contract contract;
        try {
            contract = files.contract(contractFile);
        } catch (BrokenContracts broken) {
            files.printUnsound(broken, json, List.of(language.language()));
            return 1;
        }
        TriedRequest request = TriedRequest.read(
                files.bytes(requestFile),
                new Caller(contract.party().client(), "–", Optional.ofNullable(user), Optional.ofNullable(issue)));
        Outcome outcome = checks(files, request).report(request.under(contract, receivedAt()));
        if (json) {
            files.printJson(tried(outcome));
        } else {
            print(outcome, spec.commandLine().getOut());
        }
        return outcome.isAllowed() ? 0 : 1;
    }

    private Instant receivedAt() {
        return day == null
                ? Clock.systemUTC().instant()
                : day.atTime(12, 0).atZone(Dates.ZONE).toInstant();
    }

    /** Of a Body's element alone there are no headers to look at. */
    private Checks checks(ContractFiles files, TriedRequest request) {
        Checks checks = Checks.ofContent(new Operations(files.published()));
        if (!request.isEnvelope()) {
            return checks.from(Stage.CLIENT);
        }
        Checks whole = checks.with(Checks.ofEnvelope());
        if (request.representative().isPresent()) {
            whole = whole.only(stage -> stage != Stage.CLIENT);
        }
        return register == null ? whole : whole.with(new RegisterCheck(register));
    }

    private void print(Outcome outcome, PrintWriter out) {
        for (Step step : outcome.steps()) {
            out.printf("%-11s %s%n", step.stage(), language.of(words(step)));
            step.refusal().ifPresent(refusal -> {
                out.println("            " + refusal.error().code() + " " + refusal.messageEn());
                out.println("            " + refusal.messageLt());
                refusal.field().ifPresent(field -> out.println("            " + language.say("try.at", field)));
                out.println("            " + language.of(refusal.error().remedy()));
            });
        }
        out.println();
        if (!outcome.isAllowed()) {
            out.println(language.say("try.refused"));
            return;
        }
        out.println(outcome.contract()
                .map(contract -> language.say("try.answered-under", contract.id(), contract.version()))
                .orElseGet(() -> language.say("try.answered")));
        outcome.grant().ifPresent(grant -> {
            Text population = Annex.population(grant.coverage().population());
            out.println(language.say("try.about", population));
            out.println(language.say("try.items"));
            items(outcome).forEach(item -> out.println("  " + language.of(item.named())));
        });
    }

    private static Text words(Step step) {
        return switch (step.result()) {
            case PASSED -> text("try.passed");
            case REFUSED -> text("try.rule-refused");
            case NOT_REACHED -> text("try.not-reached");
            case NOT_RUN -> text("try.not-run");
        };
    }

    private static Tried tried(Outcome outcome) {
        return new Tried(
                outcome.isAllowed(),
                outcome.steps().stream()
                        .map(step -> new TriedCheck(
                                step.stage().name(),
                                step.result().name(),
                                step.refusal().map(Try::fault)))
                        .toList(),
                outcome.contract().map(Contract::id),
                outcome.contract().map(Contract::version),
                outcome.grant().map(grant -> grant.id().toString()),
                items(outcome));
    }

    private static Fault fault(ExchangeException refusal) {
        return new Fault(
                refusal.error().code(),
                refusal.field(),
                refusal.messageLt(),
                refusal.messageEn(),
                refusal.error().remedy());
    }

    private static List<Annex.Item> items(Outcome outcome) {
        return outcome.grant().stream()
                .flatMap(grant -> grant.answer().grantable().stream()
                        .map(path -> Annex.item(grant.answer().at(path).orElseThrow(), path)))
                .toList();
    }
}
