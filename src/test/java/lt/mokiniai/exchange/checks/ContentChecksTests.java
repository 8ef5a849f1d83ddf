package lt.mokiniai.exchange.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import lt.mokiniai.contract.files.SetReader;
import lt.mokiniai.contract.files.folder.ContractFolder;
import lt.mokiniai.contract.files.folder.FileSet;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.exchange.checks.Outcome.Result;
import lt.mokiniai.exchange.checks.Outcome.Step;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.exchange.message.Operations;
import lt.mokiniai.exchange.message.RawRequest;
import lt.mokiniai.exchange.message.XRoadHeaders;
import lt.mokiniai.kernel.Caller;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.Stage;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Each rule refuses in its turn, and nothing after it is asked. The contracts are those of the demo. */
class ContentChecksTests {

    private static final PublishedOperations PUBLISHED = PublishedOperations.load();
    private static final ContractSet CONTRACTS = new SetReader(PUBLISHED)
            .read(new ContractFolder(Path.of("contracts"), ContractFolder.LARGEST_FILE).files());
    private static final Checks CHECKS =
            Checks.ofContent(new Operations(PUBLISHED)).from(Stage.CLIENT);
    private static final List<Stage> CONTENT =
            CHECKS.list().stream().map(Check::stage).toList();
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
        assertThat(outcome.steps()).extracting(Step::stage).containsExactly(Stage.values());
        assertThat(outcome.steps())
                .filteredOn(step -> CONTENT.contains(step.stage()))
                .extracting(Step::result)
                .containsOnly(Result.PASSED);
        assertThat(outcome.steps())
                .filteredOn(step -> !CONTENT.contains(step.stage()))
                .extracting(Step::result)
                .containsOnly(Result.NOT_RUN);
        assertThat(outcome.contract()).contains(municipality);
        assertThat(outcome.grant()).isEqualTo(municipality.grantOf(OperationId.parse("students/v1/getStudent")));
    }

    @Test
    void refusesTheClientOfAnotherParty() {
        Caller caller = new Caller(benefits.party().client(), "1", userId, Optional.empty());

        assertRefuses(
                run(municipality, caller, "students/v1/getStudent", PERSON),
                Stage.CLIENT,
                ExchangeError.CLIENT_IS_NOT_THE_SIGNER);
    }

    @Test
    void refusesAnOperationThatIsNotFound() {
        Outcome outcome = run(municipality, "students/v1/getLearner", PERSON);

        assertRefuses(outcome, Stage.OPERATION, ExchangeError.UNKNOWN_OPERATION);
    }

    @Test
    void refusesUnderAContractThatIsOver() {
        now = Instant.parse("2036-01-01T10:00:00Z");

        Outcome outcome = run(municipality, "students/v1/getStudent", PERSON);

        assertRefuses(outcome, Stage.CONTRACT, ExchangeError.CONTRACT_NOT_IN_FORCE);
        assertThat(outcome.contract()).contains(municipality);
        assertThat(outcome.grant()).isEmpty();
    }

    @Test
    void refusesAnOperationThatIsNotGranted() {
        assertRefuses(
                run(
                        municipality,
                        "students/v1/confirmStudentFact",
                        PERSON + "<fact><learnsGeneralOrVocational/></fact>"),
                Stage.GRANT,
                ExchangeError.OPERATION_NOT_GRANTED);
    }

    @Test
    void refusesWhereAHeaderIsMissing() {
        userId = Optional.empty();

        assertRefuses(
                run(municipality, "students/v1/getStudent", PERSON), Stage.HEADERS, ExchangeError.USER_ID_MISSING);
        assertRefuses(run(benefits, "students/v1/getStudent", PERSON), Stage.HEADERS, ExchangeError.ISSUE_MISSING);
    }

    @Test
    void refusesWhatTheSchemaDoesNotHold() {
        assertRefuses(
                run(municipality, "students/v1/getStudent", PERSON + "<colour/>"), Stage.SCHEMA, ExchangeError.SCHEMA);
    }

    @Test
    void refusesAQuestionThatTheGrantDoesNotName() {
        assertRefuses(
                run(municipality, "students/v1/findStudents", "<criteria><classLevel>5</classLevel></criteria>"),
                Stage.ASKS,
                ExchangeError.NOT_TO_BE_ASKED);
    }

    @Test
    void refusesMoreStudentsThanTheGrantLets() {
        String entry = "<entry>" + PERSON + "</entry>";
        Contract migration = contract("MR-2026-004");
        int largest = migration
                .grantOf(OperationId.parse("students/v1/resolveStudents"))
                .orElseThrow()
                .delivery()
                .largestBatch();

        assertThat(run(municipality, "students/v1/findStudents", "<criteria/><pageSize>500</pageSize>")
                        .isAllowed())
                .isTrue();
        assertThat(largest).isLessThan(1000);
        assertRefuses(
                run(
                        migration,
                        new Caller(migration.party().client(), "1", userId, Optional.of("CASE-1")),
                        "students/v1/resolveStudents",
                        entry.repeat(largest + 1)),
                Stage.DELIVERY,
                ExchangeError.BATCH_TOO_LARGE);
    }

    @Test
    void refusesAPageThatIsLargerThanTheGrantLets() {
        Contract narrower = narrowed("<batch largest=\"500\"/>", "<batch largest=\"40\"/>");

        assertThat(runUnder(narrower, "<criteria/><pageSize>40</pageSize>").isAllowed())
                .isTrue();
        assertRefuses(
                runUnder(narrower, "<criteria/><pageSize>41</pageSize>"),
                Stage.DELIVERY,
                ExchangeError.BATCH_TOO_LARGE);
    }

    @Test
    void refusesADayBeforeTheGrantsDepth() {
        String years = "students/v1/getStudent";

        assertThat(run(municipality, years, PERSON + "<validOn>2024-06-15</validOn>")
                        .isAllowed())
                .isTrue();
        assertRefuses(
                run(municipality, years, PERSON + "<validOn>2024-06-14</validOn>"),
                Stage.DEPTH,
                ExchangeError.OUT_OF_DEPTH);
        assertRefuses(
                run(municipality, years, PERSON + "<knownAt>2024-06-14T12:00:00Z</knownAt>"),
                Stage.DEPTH,
                ExchangeError.OUT_OF_DEPTH);
        assertRefuses(
                run(municipality, years, PERSON + "<knownAt>2026-06-15T10:00:01Z</knownAt>"),
                Stage.DEPTH,
                ExchangeError.KNOWN_AT_AHEAD);
        assertRefuses(
                run(municipality, "enrolments/v1/getEnrolments", PERSON + "<period><from>2024-06-14</from></period>"),
                Stage.DEPTH,
                ExchangeError.OUT_OF_DEPTH);
    }

    private void assertRefuses(Outcome outcome, Stage rule, ExchangeError error) {
        assertThat(outcome.isAllowed()).isFalse();
        assertThat(outcome.refusal().map(ExchangeException::error)).contains(error);
        assertThat(outcome.steps())
                .filteredOn(step -> CONTENT.contains(step.stage()))
                .extracting(Step::result)
                .containsExactlyElementsOf(CONTENT.stream()
                        .map(one -> one == rule
                                ? Result.REFUSED
                                : one.compareTo(rule) < 0 ? Result.PASSED : Result.NOT_REACHED)
                        .toList());
    }

    private Outcome run(Contract contract, String operation, String content) {
        return run(contract, caller(contract), operation, content);
    }

    private Outcome run(Contract contract, Caller caller, String operation, String content) {
        return run(CONTRACTS, contract, caller, request(operation, content));
    }

    private Outcome run(ContractSet contracts, Contract contract, Caller caller, Element request) {
        return CHECKS.report(new CheckedMessage(RawRequest.unsent(new byte[0]), contracts, now)
                .of(contract.party())
                .calledBy(new XRoadHeaders(caller, Optional.empty()))
                .saying(request, request));
    }

    private Outcome runUnder(Contract contract, String search) {
        return run(
                new ContractSet("", List.of(contract)),
                contract,
                caller(contract),
                request("students/v1/findStudents", search));
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
