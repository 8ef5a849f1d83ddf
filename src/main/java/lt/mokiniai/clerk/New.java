package lt.mokiniai.clerk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lt.mokiniai.contract.Contract.Kind;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.schema.PublishedOperation;
import lt.mokiniai.schema.PublishedOperations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Begins a contract file. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Begins a contract file: every data item of the operations with its number, and what else to fill in.",
            "It is suspended until you say otherwise. At a terminal it asks for what is not given.",
        },
        footer = {"", "Exit code: 0 done, 1 failed, 2 wrong usage."})
final class New implements Callable<Integer> {

    private static final String KINDS =
            Arrays.stream(Kind.values()).map(Kind::toString).collect(Collectors.joining(", "));

    @Option(names = "--kind", description = "provision, request, processing or supply.")
    private @Nullable String kind;

    @Option(names = "--party", paramLabel = "CODE", description = "The institution code of the party, 9 digits.")
    private @Nullable String party;

    @Option(
            names = "--client",
            paramLabel = "ID",
            description = "Its X-Road subsystem, instance/memberClass/memberCode/subsystemCode.")
    private @Nullable String client;

    @Option(
            names = "--operation",
            arity = "1..*",
            paramLabel = "OPERATION",
            description = "Such as students/v1/getStudent; may be repeated.")
    private List<String> operations = new ArrayList<>();

    @Option(names = "--from", paramLabel = "YYYY-MM-DD", description = "Its first day (default: today).")
    private @Nullable LocalDate from;

    @Option(names = "--out", paramLabel = "FILE", description = "Writes a new file (default: prints it).")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PublishedOperations published = PublishedOperations.load();
        List<String> grantable = published.all().stream()
                .filter(PublishedOperation::isGrantable)
                .map(PublishedOperation::name)
                .toList();
        Kind asked = kind(given(kind, "--kind", KINDS));
        InstitutionCode code = party(given(party, "--party", "an institution code of 9 digits"));
        XRoadId subsystem = client(given(client, "--client", "instance/memberClass/memberCode/subsystemCode"));
        List<String> names = operations.isEmpty()
                ? List.of(
                        given(null, "--operation", String.join(", ", grantable)).split("[ ,]+"))
                : operations;
        List<PublishedOperation> chosen = names.stream()
                .distinct()
                .map(name -> operation(name, published, grantable))
                .toList();
        LocalDate first = from == null ? LocalDate.ofInstant(Clock.systemUTC().instant(), Dates.ZONE) : from;
        String skeleton = Skeleton.of(asked, code, subsystem, chosen, first);
        if (out == null) {
            spec.commandLine().getOut().print(skeleton);
            spec.commandLine().getOut().flush();
            return 0;
        }
        if (Files.exists(out)) {
            throw usage(out + " is there already; give another --out");
        }
        Files.writeString(out, skeleton, StandardOpenOption.CREATE_NEW);
        spec.commandLine().getOut().println("Written: " + out + ". Fill it in, then: mokiniai contract check " + out);
        return 0;
    }

    private String given(@Nullable String value, String option, String what) {
        if (value != null) {
            return value;
        }
        return ContractFiles.terminal()
                .map(terminal -> terminal.readLine("%s (%s): ", option.substring(2), what))
                .map(String::strip)
                .filter(answer -> !answer.isEmpty())
                .orElseThrow(() -> usage(option + " is missing: " + what));
    }

    private Kind kind(String name) {
        return Arrays.stream(Kind.values())
                .filter(known -> known.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> usage("there is no kind '" + name + "'; the kinds are " + KINDS));
    }

    private InstitutionCode party(String code) {
        if (!InstitutionCode.isValid(code)) {
            throw usage("'" + code + "' is no institution code: 9 digits, the last of which is a check digit");
        }
        return new InstitutionCode(code);
    }

    private XRoadId client(String id) {
        if (!id.matches("[^/\\s]+(/[^/\\s]+){3}")) {
            throw usage("'" + id + "' is not instance/memberClass/memberCode/subsystemCode");
        }
        return XRoadId.parse(id);
    }

    private PublishedOperation operation(String name, PublishedOperations published, List<String> grantable) {
        return published
                .named(name)
                .filter(PublishedOperation::isGrantable)
                .orElseThrow(() -> usage(
                        "there is no operation '" + name + "' to grant; there are " + String.join(", ", grantable)));
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
