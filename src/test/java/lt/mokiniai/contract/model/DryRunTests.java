package lt.mokiniai.contract.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import lt.mokiniai.contract.files.SetReader;
import lt.mokiniai.contract.files.folder.ContractFolder;
import lt.mokiniai.contract.files.folder.FileSet;
import lt.mokiniai.contract.model.DryRun.Outcome;
import lt.mokiniai.contract.model.DryRun.Result;
import lt.mokiniai.contract.model.DryRun.Rule;
import lt.mokiniai.contract.model.DryRun.Step;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.contract.schema.SchemaCheck;
import lt.mokiniai.kernel.Caller;
import lt.mokiniai.kernel.ExchangeError;
import lt.mokiniai.kernel.ExchangeException;
import lt.mokiniai.kernel.XRoadId;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Each rule refuses in its turn, and nothing after it is asked. The contracts are those of the demo. */
class DryRunTests {

    private static final PublishedOperations PUBLISHED = PublishedOperations.load();
    private static final ContractSet CONTRACTS = new SetReader(PUBLISHED)
            .read(new ContractFolder(Path.of("contracts"), ContractFolder.LARGEST_FILE).files());
    private static final SchemaCheck STUDENTS = SchemaCheck.of("wsdl/students/v1/students.xsd");
    private static final SchemaCheck ENROLMENTS = SchemaCheck.of("wsdl/enrolments/v1/enrolments.xsd");
    private static final String PERSON =
            "<person><t:personalCode xmlns:t='http://mokiniai.lt/types/v1'>59403149013</t:personalCode></person>";

    private final Contract municipality = contract("MR-2026-002");
    private final Contract benefits = contract("MR-2026-001");
    private Instant now = Instant.parse("2026-06-15T10:00:00Z");
    private Optional<String> userId = Optional.of("inspector-1");

    @Test
    void passesEveryRule() {
        Outcome outcome = run(municipality, "students/v1/getStudent", PERSON);

        assertThat(outcome.isAllowed()).isTrue();
        assertThat(outcome.steps()).extracting(Step::rule).containsExactly(Rule.values());
        assertThat(outcome.steps()).extracting(Step::result).containsOnly(Result.PASSED);
        assertThat(outcome.contract()).contains(municipality);
        assertThat(outcome.grant()).isEqualTo(municipality.grantOf("students/v1/getStudent"));
    }

    @Test
    void refusesTheClientOfAnotherParty() {
        Caller caller = new Caller(benefits.party().client(), "1", userId, Optional.empty());

        assertRefuses(
                run(municipality, caller, "students/v1/getStudent", PERSON),
                Rule.CLIENT,
                ExchangeError.CLIENT_IS_NOT_THE_SIGNER);
    }

    @Test
    void refusesAnOperationThatIsNotFound() {
        Outcome outcome = DryRun.of(
                CONTRACTS,
                municipality.party(),
                caller(municipality),
                now,
                request("students/v1/getStudent", PERSON),
                () -> {
                    throw ExchangeException.of(ExchangeError.UNKNOWN_OPERATION);
                },
                operation -> STUDENTS);

        assertRefuses(outcome, Rule.OPERATION, ExchangeError.UNKNOWN_OPERATION);
    }

    @Test
    void refusesUnderAContractThatIsOver() {
        now = Instant.parse("2036-01-01T10:00:00Z");

        Outcome outcome = run(municipality, "students/v1/getStudent", PERSON);

        assertRefuses(outcome, Rule.CONTRACT, ExchangeError.CONTRACT_NOT_IN_FORCE);
        assertThat(outcome.contract()).contains(municipality);
        assertThat(outcome.grant()).isEmpty();
    }

    @Test
    void refusesAnOperationThatIsNotGranted() {
        assertRefuses(
                run(municipality, "students/v1/confirmStudentFact", PERSON + "<fact><isPupil/></fact>"),
                Rule.GRANT,
                ExchangeError.OPERATION_NOT_GRANTED);
    }

    @Test
    void refusesWhereAHeaderIsMissing() {
        userId = Optional.empty();

        assertRefuses(run(municipality, "students/v1/getStudent", PERSON), Rule.HEADERS, ExchangeError.USER_ID_MISSING);
        assertRefuses(run(benefits, "students/v1/getStudent", PERSON), Rule.HEADERS, ExchangeError.ISSUE_MISSING);
    }

    @Test
    void refusesWhatTheSchemaDoesNotHold() {
        assertRefuses(
                run(municipality, "students/v1/getStudent", PERSON + "<colour/>"), Rule.SCHEMA, ExchangeError.SCHEMA);
    }

    @Test
    void refusesAQuestionThatTheGrantDoesNotName() {
        assertRefuses(
                run(municipality, "students/v1/findStudents", "<criteria><classLevel>5</classLevel></criteria>"),
                Rule.ASKS,
                ExchangeError.NOT_TO_BE_ASKED);
    }

    @Test
    void refusesMoreStudentsThanTheGrantLets() {
        String entry = "<entry>" + PERSON + "</entry>";
        Contract migration = contract("MR-2026-004");
        int largest =
                migration.grantOf("students/v1/resolveStudents").orElseThrow().largestBatch();

        assertThat(run(municipality, "students/v1/findStudents", "<criteria/><pageSize>500</pageSize>")
                        .isAllowed())
                .isTrue();
        assertThat(largest).isLessThan(1000);
        assertRefuses(
                DryRun.of(
                        CONTRACTS,
                        migration.party(),
                        new Caller(migration.party().client(), "1", userId, Optional.of("CASE-1")),
                        now,
                        request("students/v1/resolveStudents", entry.repeat(largest + 1)),
                        () -> PUBLISHED.named("students/v1/resolveStudents").orElseThrow(),
                        operation -> STUDENTS),
                Rule.DELIVERY,
                ExchangeError.BATCH_TOO_LARGE);
    }

    @Test
    void refusesAPageThatIsLargerThanTheGrantLets() {
        Contract narrower = narrowed("<batch largest=\"500\"/>", "<batch largest=\"40\"/>");

        assertThat(runUnder(narrower, "<criteria/><pageSize>40</pageSize>").isAllowed())
                .isTrue();
        assertRefuses(
                runUnder(narrower, "<criteria/><pageSize>41</pageSize>"), Rule.DELIVERY, ExchangeError.BATCH_TOO_LARGE);
    }

    @Test
    void refusesADayBeforeTheGrantsDepth() {
        String years = "students/v1/getStudent";

        assertThat(run(municipality, years, PERSON + "<validOn>2024-06-15</validOn>")
                        .isAllowed())
                .isTrue();
        assertRefuses(
                run(municipality, years, PERSON + "<validOn>2024-06-14</validOn>"),
                Rule.DEPTH,
                ExchangeError.OUT_OF_DEPTH);
        assertRefuses(
                run(municipality, years, PERSON + "<knownAt>2024-06-14T12:00:00Z</knownAt>"),
                Rule.DEPTH,
                ExchangeError.OUT_OF_DEPTH);
        assertRefuses(
                run(municipality, years, PERSON + "<knownAt>2026-06-15T10:00:01Z</knownAt>"),
                Rule.DEPTH,
                ExchangeError.KNOWN_AT_AHEAD);
        assertRefuses(
                run(municipality, "enrolments/v1/getEnrolments", PERSON + "<period><from>2024-06-14</from></period>"),
                Rule.DEPTH,
                ExchangeError.OUT_OF_DEPTH);
    }

    private void assertRefuses(Outcome outcome, Rule rule, ExchangeError error) {
        assertThat(outcome.isAllowed()).isFalse();
        assertThat(outcome.refusal().map(ExchangeException::error)).contains(error);
        assertThat(outcome.steps())
                .extracting(Step::result)
                .containsExactlyElementsOf(Arrays.stream(Rule.values())
                        .map(one -> one == rule
                                ? Result.REFUSED
                                : one.compareTo(rule) < 0 ? Result.PASSED : Result.NOT_REACHED)
                        .toList());
    }

    private Outcome run(Contract contract, String operation, String content) {
        return run(contract, caller(contract), operation, content);
    }

    private Outcome run(Contract contract, Caller caller, String operation, String content) {
        return DryRun.of(
                CONTRACTS,
                contract.party(),
                caller,
                now,
                request(operation, content),
                () -> PUBLISHED.named(operation).orElseThrow(),
                asked -> asked.service().equals("students/v1") ? STUDENTS : ENROLMENTS);
    }

    private Outcome runUnder(Contract contract, String search) {
        return DryRun.of(
                new ContractSet("", List.of(contract)),
                contract.party(),
                caller(contract),
                now,
                request("students/v1/findStudents", search),
                () -> PUBLISHED.named("students/v1/findStudents").orElseThrow(),
                operation -> STUDENTS);
    }

    private static Contract narrowed(String piece, String other) {
        FileSet files = new ContractFolder(Path.of("contracts"), ContractFolder.LARGEST_FILE).files();
        String text = new String(files.read("MR-2026-002-municipality.xml"), StandardCharsets.UTF_8);
        assertThat(text).contains(piece);
        FileSet one =
                FileSet.of(Map.of("narrowed.xml", text.replace(piece, other).getBytes(StandardCharsets.UTF_8)));
        return new SetReader(PUBLISHED).read(one).all().get(0);
    }

    private Caller caller(Contract contract) {
        XRoadId client = contract.party().client();
        return new Caller(client, "1", userId, Optional.empty());
    }

    private static Contract contract(String id) {
        return CONTRACTS.all().stream()
                .filter(contract -> contract.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Element request(String operation, String content) {
        int slash = operation.lastIndexOf('/');
        String name = operation.substring(slash + 1);
        String text = "<" + name + " xmlns='http://mokiniai.lt/" + operation.substring(0, slash) + "'>" + content + "</"
                + name + ">";
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
