package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.Stage;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What explainRequest says is what then happens, and it says nothing of students and of other parties. */
class ExplainTests {

    private static final Register REGISTER = Register.shared();
    private static final int LARGEST = 49_152;

    /** Found by the register in its lists and data, where an explanation does not look. */
    private static final Set<ExchangeError> OF_THE_REGISTER = EnumSet.of(
            ExchangeError.PERSONAL_CODE,
            ExchangeError.UNKNOWN_CODE,
            ExchangeError.INSTITUTION_CODE,
            ExchangeError.PAGE_TOKEN,
            ExchangeError.PERIOD);

    static Stream<Breach> breachesOfRequests() {
        return Stream.of(ContractBreaches.all(), RequestBreaches.all())
                .flatMap(List::stream)
                .filter(breach -> !OF_THE_REGISTER.contains(breach.error()));
    }

    static Stream<Breach> breachesOfMessages() {
        return Stream.of(MessageBreaches.all(), SignatureBreaches.all())
                .flatMap(List::stream)
                // A message that is not sent yet has no address and no headers of HTTP.
                .filter(breach -> breach.error() != ExchangeError.HTTP)
                .filter(breach ->
                        !breach.rule().matches("a SOAPAction .*|.* the address .*|the address .*|an address .*"))
                .filter(breach -> isWithin(breach.broken().bytes().length));
    }

    private static boolean isWithin(int length) {
        return length > 0 && length <= LARGEST;
    }

    static Stream<Arguments> everyQuestionOfEveryParty() {
        return REGISTER.contracts().stream()
                // What is left of its quota is another test's.
                .filter(contract -> !contract.party().equals("metered"))
                .flatMap(contract ->
                        Questions.operations().stream().map(operation -> Arguments.of(contract.party(), operation)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breachesOfRequests")
    void saysOfARequestWhatThenHappens(Breach breach) {
        String code = breach.broken().send().code();
        assertThat(code).isEqualTo(breach.error().code());
        Message ofContent = breach.broken().explainedByContent();
        // What may not be asked for an institution may not be asked about for it.
        assertThat(
                        breach.error() == ExchangeError.NOT_REPRESENTED
                                ? ofContent.send().code()
                                : Explained.by(ofContent).code())
                .isEqualTo(code);
        if (breach.broken().bytes().length <= LARGEST) {
            Message message = breach.broken();
            assertThat(Explained.by(message.explained()).code()).isEqualTo(code);
            assertThat(message.send().code()).as("explained before it was sent").isEqualTo(code);
        }
        assertThat(Explained.by(breach.good().get().explainedByContent()).verdict())
                .isEqualTo("ALLOWED");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breachesOfMessages")
    void saysOfAMessageWhatThenHappens(Breach breach) {
        Message message = breach.broken();
        Explained explained = Explained.by(message.explainedTo(party(message)));
        assertThat(explained.verdict()).isEqualTo("REFUSED");
        assertThat(explained.code()).isEqualTo(breach.error().code());
        assertThat(message.send().code()).isEqualTo(breach.error().code());
    }

    private static String party(Message message) {
        boolean isMigration = new String(message.bytes(), StandardCharsets.UTF_8).contains(">migration<");
        return isMigration ? "migration" : "benefits";
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyQuestionOfEveryParty")
    void saysOfEveryQuestionWhatThenHappens(String party, String operation) {
        Message message = Questions.of(operation, party);
        Explained whole = Explained.by(message.explained());
        Explained content = Explained.by(Questions.of(operation, party).explainedByContent());
        Reply reply = message.send();
        assertThat(whole.code()).isEqualTo(reply.code());
        assertThat(content.code()).isEqualTo(reply.code());
        String verdict = reply.isFault() ? "REFUSED" : "ALLOWED";
        assertThat(List.of(whole.verdict(), content.verdict())).containsOnly(verdict);
        if (!reply.isFault()) {
            assertThat(whole.results().values()).containsOnly("PASSED", "NOT_RUN");
            assertThat(content.results().values()).containsOnly("PASSED", "NOT_RUN");
            assertThat(whole.texts("contract"))
                    .containsExactly(REGISTER.contractOf(party).id());
            assertThat(whole.texts("item")).isNotEmpty().isEqualTo(content.texts("item"));
        }
    }

    /** Of two faults, the one is told whose rule is asked first. */
    @Test
    void namesTheFaultThatIsThenAnswered() {
        List<Message> wrongTwice = List.of(
                REGISTER.as("ticketing").asks("getStudent", "<m:nonsense/>"),
                REGISTER.as("benefits").asks("getStudent", "<m:nonsense/>").withIssue(null),
                REGISTER.as("benefits")
                        .getStudent(DemoCast.KAUNAS_STUDENT)
                        .from(REGISTER.contractOf("school").client())
                        .replacing("<id:serviceCode>getStudent<", "<id:serviceCode>findStudents<"));
        for (Message message : wrongTwice) {
            String told = Explained.by(message.explained()).code();
            assertThat(told).isNotEmpty().isEqualTo(message.send().code());
        }
    }

    @Test
    void isTheSameWhichStudentSoeverIsAskedAbout() {
        String missing = Client.person("59403149024");
        for (boolean isWhole : List.of(true, false)) {
            List<String> answers = Stream.of(
                            Client.person(DemoCast.KAUNAS_STUDENT), Client.person(DemoCast.VILNIUS_STUDENT), missing)
                    .map(person -> REGISTER.as("municipality").asks("getStudent", person))
                    .map(message -> isWhole ? message.explained() : message.explainedByContent())
                    .map(message -> Explained.by(message).withoutTimes())
                    .distinct()
                    .toList();
            assertThat(answers).hasSize(1);
            assertThat(answers.get(0)).contains("ALLOWED");
        }
    }

    @Test
    void tellsNothingOfAMessageThatAnotherPartySigned() {
        Explained others = Explained.by(
                REGISTER.as("municipality").getStudent(DemoCast.KAUNAS_STUDENT).explainedTo("benefits"));
        Explained nobodys = Explained.by(REGISTER.as("benefits")
                .getStudent(DemoCast.KAUNAS_STUDENT)
                .signedBy("nobody")
                .explainedTo("benefits"));
        assertThat(others.refusing()).isEqualTo("PARTY");
        assertThat(others.code()).isEqualTo(ExchangeError.CERTIFICATE_OF_NO_PARTY.code());
        assertThat(others.texts("contract")).isEmpty();
        assertThat(others.texts("item")).isEmpty();
        assertThat(others.withoutTimes()).isEqualTo(nobodys.withoutTimes());
    }

    @Test
    void tellsNothingOfAnotherSubsystemThatSignsWithItsOwnCertificate() {
        Message message = REGISTER.as("archive").getStudent(DemoCast.KAUNAS_STUDENT);
        assertThat(Explained.by(message.explainedTo("cases")).code())
                .isEqualTo(ExchangeError.CERTIFICATE_OF_NO_PARTY.code());
        assertThat(Explained.by(message.explainedTo("archive")).verdict()).isEqualTo("ALLOWED");
    }

    @Test
    void saysWhichRulesAreNotCheckedAndWhichAreNotReached() {
        Message refused =
                REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT).withIssue(null);
        assertThat(Explained.by(refused.explainedByContent()).results())
                .hasSize(Stage.values().length)
                .containsEntry("MESSAGE", "NOT_RUN")
                .containsEntry("SIGNATURE", "NOT_RUN")
                .containsEntry("CERTIFICATE", "NOT_RUN")
                .containsEntry("CLIENT", "PASSED")
                .containsEntry("GRANT", "PASSED")
                .containsEntry("HEADERS", "REFUSED")
                .containsEntry("SCHEMA", "NOT_REACHED")
                .containsEntry("QUOTA", "NOT_REACHED");
        Message stranger =
                REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT).signedBy("stranger");
        assertThat(Explained.by(stranger.explainedTo("benefits")).results())
                .containsEntry("MESSAGE", "PASSED")
                .containsEntry("SIGNATURE", "NOT_RUN")
                .containsEntry("CERTIFICATE", "REFUSED")
                .containsEntry("CLIENT", "NOT_REACHED");
    }

    @Test
    void saysWhatToDoInBothLanguagesAndNamesCodes() {
        Explained refused =
                Explained.by(Questions.of("findStudents", "benefits").explainedByContent());
        assertThat(refused.text())
                .contains("Prašykite tik to, kas numatyta sutartyje", "Ask only what the contract names");

        Explained allowed =
                Explained.by(Questions.of("getStudent", "municipality").explainedByContent());
        assertThat(allowed.texts("population")).singleElement().asString().contains("19 Kauno m. sav.");
    }

    @Test
    void takesAMessageAsLongAsATextMayBe() {
        Client benefits = REGISTER.as("benefits");
        String longest = Base64.getEncoder().encodeToString(new byte[LARGEST]);
        assertThat(longest).hasSize(65_536);
        assertThat(Explained.by(benefits.asks("explainRequest", "<m:message>" + longest + "</m:message>"))
                        .refusing())
                .isEqualTo("MESSAGE");
        String longer = Base64.getEncoder().encodeToString(new byte[LARGEST + 1]);
        assertThat(benefits.asks("explainRequest", "<m:message>" + longer + "</m:message>")
                        .send()
                        .code())
                .isEqualTo(ExchangeError.LIMIT.code());
    }

    @Test
    void explainsAnOperationThatNeedsNoGrant() {
        Explained explained =
                Explained.by(REGISTER.as("ended").asks("checkConnection", "").explained());
        assertThat(explained.verdict()).isEqualTo("ALLOWED");
        assertThat(explained.texts("grant")).isEmpty();
    }
}
