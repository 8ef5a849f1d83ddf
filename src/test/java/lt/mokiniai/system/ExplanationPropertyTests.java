package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.system.RandomMessages.Part;
import lt.mokiniai.system.RandomMessages.Question;
import lt.mokiniai.tools.command.Commands;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever message is sent: whoever tells beforehand what would become of it tells what then becomes of it, or names the
 * check that it could not run and that then refuses.
 */
class ExplanationPropertyTests {

    private static final Register REGISTER = Register.second();
    private static final Sandbox SANDBOX = new Sandbox(REGISTER);
    private static final RandomMessages MESSAGES = new RandomMessages(REGISTER);
    /** The longest message that explainRequest takes. */
    private static final int LARGEST = 49_152;

    /** What is told beforehand: the code that refuses, or an empty text, and what each check says, by its stage. */
    private record Told(String code, Map<String, String> results) {}

    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    void whatIsToldIsWhatIsAnswered(@ForAll("questions") Question question) throws IOException {
        Message message = question.message(REGISTER);
        Map<String, Told> told = told(question, message);

        String answered = message.send().code();

        // What a sender can provoke is never an internal error.
        assertThat(answered).isNotIn(ExchangeError.INTERNAL.code(), ExchangeError.DATABASE.code());
        told.forEach((who, said) -> {
            String context = "%s says %s, the service %s".formatted(who, said, answered);
            if (!said.code().equals(answered)) {
                assertThat(answered).as(context).isNotEmpty();
                assertThat(said.results()).as(context).containsEntry(stageOf(answered), "NOT_RUN");
            }
        });
    }

    @Provide
    Arbitrary<Question> questions() {
        return MESSAGES.questions();
    }

    private Map<String, Told> told(Question question, Message message) throws IOException {
        Map<String, Told> told = new LinkedHashMap<>();
        told.put("sandbox", bySandbox(message));
        if (question.isChangedIn(Part.HTTP)) {
            return told;
        }
        if (message.bytes().length <= LARGEST && message.bytes().length > 0) {
            told.put("explainRequest", byService(message.explainedTo(question.party())));
        }
        boolean isOfContent = !question.isChangedIn(Part.HEADERS) && !question.isChangedIn(Part.SIGNATURE);
        if (isOfContent) {
            Reply explanation = message.explainedByContent().send();
            // A message that holds a message is larger and deeper.
            if (!explanation.isFault()) {
                told.put("explainRequest by content", of(new Explained(explanation.content())));
            }
        }
        if (!question.isChangedIn(Part.SIGNATURE)) {
            told.put("contract try", byCommand(question, message));
        }
        return told;
    }

    private static Told byService(Message explanation) {
        return of(Explained.by(explanation));
    }

    private static Told of(Explained explained) {
        return new Told(explained.code(), explained.results());
    }

    private static Told bySandbox(Message message) {
        JsonNode told = SANDBOX.explain(message);
        return of(told.get("checks"), "name");
    }

    private static Told byCommand(Question question, Message message) throws IOException {
        Path contract = contract(REGISTER.contractOf(question.underContractOf()).id());
        Path request = Files.createTempFile("request", ".xml");
        try {
            Files.write(request, message.bytes());
            Commands.Outcome outcome = Commands.run(
                    "contract",
                    "try",
                    contract.toString(),
                    request.toString(),
                    "--register",
                    Register.ID.toString(),
                    "--day",
                    REGISTER.today().toString(),
                    "--json");
            assertThat(outcome.err()).isEmpty();
            JsonNode told = JsonMapper.shared().readTree(outcome.out());
            return of(told.get("checks"), "check");
        } finally {
            Files.delete(request);
        }
    }

    private static Told of(JsonNode checks, String name) {
        Map<String, String> results = new TreeMap<>();
        StringBuilder code = new StringBuilder();
        StreamSupport.stream(checks.spliterator(), false).forEach(check -> {
            results.put(check.get(name).asString(), check.get("result").asString());
            code.append(code(check));
        });
        return new Told(code.toString(), results);
    }

    private static String code(JsonNode check) {
        JsonNode fault = check.get("fault");
        return fault.isNull() ? "" : fault.get("code").asString();
    }

    private static Path contract(String id) throws IOException {
        try (Stream<Path> files = Files.list(REGISTER.contractFolder())) {
            return files.filter(file -> holds(file, "id=\"" + id + "\""))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String stageOf(String code) {
        Set<String> stages = Arrays.stream(ExchangeError.values())
                .filter(error -> error.code().equals(code))
                .flatMap(error -> error.stage().stream())
                .map(Enum::name)
                .collect(Collectors.toSet());
        assertThat(stages).as(code).hasSize(1);
        return stages.iterator().next();
    }
}
