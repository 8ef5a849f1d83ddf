package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.bench.SqlLog;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.w3c.dom.Element;

/**
 * What getOutcome tells a party of its messages (docs/messages.md, 'A lost answer'), over HTTP and by signed messages, on
 * whatever database. Each test that changes a contract has a party of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OutcomeContract {

    private static final int LARGEST_BATCH = 500;

    /** Of a message that comes in. */
    private static final int MOST_ELEMENTS = 15_000;

    private Register register;
    private ChangingContracts contracts;

    /** The address of the database. */
    abstract Map<String, String> database();

    /** The name of the folder of contracts. */
    abstract String folder();

    @BeforeAll
    void start() {
        contracts = ChangingContracts.in(folder());
        Map<String, String> settings = new HashMap<>(database());
        settings.putAll(contracts.settings());
        settings.put("mokiniai.exchange.limits.elements", String.valueOf(MOST_ELEMENTS));
        register = Register.start(settings, Register.with(DataSource.class, SqlLog::new));
    }

    @AfterAll
    void stop() {
        register.close();
    }

    private Client as(String party) {
        return register.as(party);
    }

    private Reply answered(Message message) {
        Reply reply = message.send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply;
    }

    @Test
    void anAnswerThatWasLostIsGivenAgainInANewMessage() {
        Reply lost = answered(as("benefits").getStudent(DemoCast.KAUNAS_STUDENT));
        ToldOutcome told = ToldOutcome.of(lost.message(), as("benefits"));

        told.assertTellsAgain(lost);
        assertThat(told.part("operation").orElseThrow().getTextContent()).isEqualTo("students/v1/getStudent");
        assertThat(told.part("fault")).isEmpty();
        Reply again = told.reply();
        assertThat(again.number()).isNotEqualTo(lost.number());
        assertThat(Xml.child(again.header("receipt"), "contract").getTextContent())
                .isEqualTo("MR-2026-001");
        assertThat(Xml.child(again.header("receipt"), "students").getTextContent())
                .isEqualTo("1");
        assertThat(again.studentsInTheLog()).isEqualTo(1);
        assertThat(again.row())
                .containsEntry("OPERATION", "getOutcome")
                .containsEntry("CONTRACT_ID", "MR-2026-001")
                .extractingByKey("VISIBLE_FROM")
                .isNotNull();
    }

    @Test
    void anAnswerMayBeGivenAgainMoreThanOnce() {
        Reply lost = answered(as("benefits").getStudent(DemoCast.TWIN_A));
        ToldOutcome.of(lost.message(), as("benefits")).assertTellsAgain(lost);
        ToldOutcome.of(lost.message(), as("benefits")).assertTellsAgain(lost);
    }

    @Test
    void thatAStudentIsNotFoundIsAnAnswerToo() {
        Reply lost = answered(as("benefits").asks("getStudent", Client.person("69405209035")));
        ToldOutcome told = ToldOutcome.of(lost.message(), as("benefits"));
        told.assertTellsAgain(lost);
        assertThat(told.reply().studentsInTheLog()).isZero();
    }

    @Test
    void whatASchoolWroteIsToldWithItsVersion() {
        Reply lost = answered(as("school").asks("enrolStudent", WrittenEnrolment.beginning()));
        ToldOutcome told = ToldOutcome.of(lost.message(), as("school"));
        told.assertTellsAgain(lost);
        WrittenEnrolment seen = new WrittenEnrolment(
                Xml.child(told.content(), "enrolmentId").getTextContent(),
                Xml.child(told.content(), "version").getTextContent());
        String next = "changeEnrolment";
        answered(as("school").asks(next, seen.content(next)));
    }

    @Test
    void aBatchIsToldWhole() {
        String entries = Stream.of(DemoCast.KAUNAS_STUDENT, DemoCast.NO_CODE, DemoCast.TWIN_B)
                .map(person -> "<m:entry>" + Client.person(person) + "</m:entry>")
                .collect(Collectors.joining());
        Reply lost = answered(as("migration")
                .asks("resolveStudents", entries + "<m:entry>" + Client.person("69405209035") + "</m:entry>"));
        ToldOutcome told = ToldOutcome.of(lost.message(), as("migration"));
        told.assertTellsAgain(lost);
        assertThat(told.reply().studentsInTheLog())
                .isEqualTo(lost.studentsInTheLog())
                .isEqualTo(3);
    }

    @Test
    void anAnswerLargerThanAnyMessageThatIsReadIsToldWhole() {
        String entries = Stream.generate(() -> "<m:entry>" + Client.person(DemoCast.KAUNAS_STUDENT) + "</m:entry>")
                .limit(LARGEST_BATCH)
                .collect(Collectors.joining());
        Reply lost = answered(as("everything").asks("resolveStudents", entries));
        assertThat(lost.document().getElementsByTagNameNS("*", "*").getLength()).isGreaterThan(MOST_ELEMENTS);
        ToldOutcome.of(lost.message(), as("everything")).assertTellsAgain(lost);
    }

    @Test
    void studentsUnderPseudonymsKeepThem() {
        Reply lost = answered(as("statistics").asks("findStudents", "<m:criteria/>"));
        ToldOutcome told = ToldOutcome.of(lost.message(), as("statistics"));
        told.assertTellsAgain(lost);
        assertThat(told.reply().studentsInTheLog())
                .isEqualTo(lost.studentsInTheLog())
                .isPositive();
        assertThat(new String(told.reply().bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("registerId", "personalCode");
    }

    @Test
    void whatAPartyWasToldOfItselfIsToldWithoutAReceipt() {
        Message lost = as("benefits").asks("checkConnection", "");
        Reply original = answered(lost);
        ToldOutcome told = ToldOutcome.of(lost, as("benefits"));
        assertThat(told.outcome()).isEqualTo("ANSWERED");
        assertThat(told.content().getLocalName()).isEqualTo("checkConnectionResponse");
        assertThat(Xml.leaves(told.content()).stream().map(Element::getTextContent))
                .isEqualTo(Xml.leaves(original.content()).stream()
                        .map(Element::getTextContent)
                        .toList());
        assertThat(told.part("receipt")).isEmpty();
    }

    @Test
    void anAnswerOfGetOutcomeIsNotToldAgain() {
        Reply lost = answered(as("benefits").getStudent(DemoCast.KAUNAS_STUDENT));
        Message second = ToldOutcome.ask(lost.message().id(), as("benefits"));
        answered(second);
        ToldOutcome told = ToldOutcome.of(second, as("benefits"));
        assertThat(told.outcome()).isEqualTo("CONTENT_NO_LONGER_GIVEN");
        assertThat(told.part("content")).isEmpty();
        assertThat(told.part("operation").orElseThrow().getTextContent()).isEqualTo("contracts/v1/getOutcome");
    }

    @Test
    void aMessageThatAsksAboutItselfIsStillBeingWorkedOn() {
        Message asking = as("benefits").asks("getOutcome", "");
        ToldOutcome.of(asking.within("<m:id>" + asking.id() + "</m:id>").send()).assertNothingElse();
        assertThat(asking.send().code()).isEqualTo(ExchangeError.REPLAYED.code());
    }

    @Test
    void anIdThatCannotBeOneIsRefused() {
        for (String id : List.of("", "with space", "x".repeat(101), "ąž")) {
            Reply refused =
                    as("benefits").asks("getOutcome", "<m:id>" + id + "</m:id>").send();
            RefusalTests.assertIsToldInTheOneWay(refused, ExchangeError.SCHEMA);
        }
    }

    // What is not told any more

    @Test
    void afterADayTheReceiptAloneIsTold() {
        Reply lost = answered(as("benefits").getStudent(DemoCast.KAUNAS_STUDENT));
        receivedEarlier(lost, Duration.ofHours(23));
        ToldOutcome.of(lost.message(), as("benefits")).assertTellsAgain(lost);
        receivedEarlier(lost, Duration.ofHours(25));
        assertReceiptAlone(lost, ToldOutcome.of(lost.message(), as("benefits")));
    }

    private void receivedEarlier(Reply reply, Duration by) {
        register.jdbc()
                .sql("UPDATE message_log SET received_at = ? WHERE receipt = ?")
                .params(register.clock().instant().minus(by).atOffset(ZoneOffset.UTC), reply.number())
                .update();
    }

    private void assertReceiptAlone(Reply lost, ToldOutcome told) {
        assertThat(told.outcome()).as(told.toString()).isEqualTo("CONTENT_NO_LONGER_GIVEN");
        told.assertTellsReceiptOf(lost);
        assertThat(told.part("content")).isEmpty();
        assertThat(told.part("fault")).isEmpty();
        assertTellsOfNobody(told);
    }

    private void assertTellsOfNobody(ToldOutcome told) {
        assertThat(register.jdbc()
                        .sql("SELECT students FROM message_log WHERE message_id = ?")
                        .param(told.reply().message().id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatWasKeptByADestroyedKeyIsNotTold() {
        Reply lost = answered(as("benefits").getStudent(DemoCast.KAUNAS_STUDENT));
        Reply refused =
                as("benefits").asks("getStudent", Client.person("59403149014")).send();
        register.jdbc()
                .sql("INSERT INTO log_key (key_month, wrapped_key, key_check, created_at)"
                        + " SELECT '2019-01', NULL, key_check, created_at FROM log_key WHERE key_month <> '2019-01'")
                .update();
        for (Reply reply : List.of(lost, refused)) {
            register.jdbc()
                    .sql("UPDATE message_log SET key_month = '2019-01' WHERE receipt = ?")
                    .param(reply.number())
                    .update();
        }
        assertReceiptAlone(lost, ToldOutcome.of(lost.message(), as("benefits")));
        ToldOutcome.of(refused.message(), as("benefits")).assertTellsNoFaultOf(refused);
    }

    @Test
    void whatANewVersionOfTheContractDoesNotGrantIsLeftOut() {
        Reply lost = answered(as("municipality").getStudent(DemoCast.KAUNAS_STUDENT));
        assertThat(Xml.children(Xml.child(lost.content(), "student"), "residence"))
                .isNotEmpty();
        contracts.change(
                "MR-2026-002-municipality.xml",
                contract -> contract.replaceFirst("<group path=\"student/residence\"/>", ""),
                register);
        ToldOutcome told = ToldOutcome.of(lost.message(), as("municipality"));
        assertThat(told.outcome()).isEqualTo("ANSWERED");
        told.assertTellsReceiptOf(lost);
        Element student = Xml.child(told.content(), "student");
        assertThat(Xml.children(student, "residence")).isEmpty();
        assertThat(Xml.children(student, "identity")).isNotEmpty();
        assertThat(Xml.child(told.reply().header("receipt"), "contractVersion").getTextContent())
                .isNotEqualTo("1");
    }

    @Test
    void whatIsNotGrantedAnyMoreIsNotTold() {
        changedBetween(
                "MR-2026-004-migration.xml",
                as("migration").getCertificates(DemoCast.GRADUATE),
                contract -> contract.replaceFirst("(?s)<grant [^>]*operation=\"getCertificates\".*?</grant>", ""));
    }

    @Test
    void whatAGrantOfOtherStudentsDoesNotCoverIsNotTold() {
        changedBetween(
                "test-everything.xml",
                as("everything").getEnrolments(DemoCast.KAUNAS_STUDENT),
                contract -> contract.replaceFirst(
                        "(?s)(operation=\"getEnrolments\".*?)<everyone/>", "$1<municipality>19</municipality>"));
    }

    @Test
    void whatGoesBackFurtherThanIsGrantedNowIsNotTold() {
        changedBetween(
                "test-everything.xml",
                as("everything").getCertificates(DemoCast.GRADUATE),
                contract -> withDepth(contract, "getCertificates", "<years>5</years>"));
    }

    @Test
    void ofAGrantThatGoesBackAsFarAndFurtherAllIsTold() {
        Reply lost = answered(as("everything").getStudent(DemoCast.KAUNAS_STUDENT));
        contracts.change(
                "test-everything.xml",
                contract -> withDepth(contract, "getStudent", "<since>1980-01-01</since>"),
                register);
        ToldOutcome.of(lost.message(), as("everything")).assertTellsAgain(lost);
    }

    @Test
    void ofAGrantOfTheCurrentStateAloneNoPastIsTold() {
        changedBetween(
                "test-everything.xml",
                as("everything").asks("verifyCertificate", Questions.content("verifyCertificate")),
                contract -> withDepth(contract, "verifyCertificate", "<current/>"));
    }

    private static String withDepth(String contract, String operation, String depth) {
        return contract.replaceFirst(
                "(?s)(operation=\"" + operation + "\".*?<depth>).*?(</depth>)", "$1" + depth + "$2");
    }

    @Test
    void whatMayNotBeAskedByAnyMoreIsNotTold() {
        changedBetween(
                "MR-2026-002-municipality.xml",
                as("municipality").findStudents("<m:bornFrom>2012-07-02</m:bornFrom><m:bornTo>2012-07-02</m:bornTo>"),
                contract -> contract.replaceFirst("<item path=\"criteria/bornFrom\"/>", ""));
    }

    @Test
    void ofAContractThatIsSuspendedNothingIsTold() {
        changedBetween(
                "test-reasons.xml",
                as("reasons").getStudent(DemoCast.KAUNAS_STUDENT),
                contract -> contract.replace("status=\"in-force\"", "status=\"suspended\""));
    }

    /** The receipt alone is told after a change of the contract. */
    private void changedBetween(String file, Message message, UnaryOperator<String> change) {
        Reply lost = answered(message);
        Client party = as(register.contracts().stream()
                .filter(contract -> contract.id()
                        .equals(Xml.child(lost.header("receipt"), "contract").getTextContent()))
                .findFirst()
                .orElseThrow()
                .party());
        ToldOutcome.of(message, party).assertTellsAgain(lost);
        contracts.change(file, change, register);
        assertReceiptAlone(lost, ToldOutcome.of(message, party));
    }

    // What is counted

    @Test
    void aMessageOfTheQuotaIsTakenForEachTelling() {
        Reply lost = answered(as("metered").getStudent(DemoCast.KAUNAS_STUDENT));
        ToldOutcome.of(lost.message(), as("metered")).assertTellsAgain(lost);
        Message third = ToldOutcome.ask(lost.message().id(), as("metered"));
        Reply refused = third.send();
        RefusalTests.assertIsToldInTheOneWay(refused, ExchangeError.MESSAGES_A_DAY);
        assertThat(refused.fault("contract")).isEqualTo("MR-2026-910");
    }

    @Test
    void studentsAreLookedAtAgain() {
        contracts.change(
                "test-research.xml",
                contract -> contract.replaceFirst(
                        "<pseudonym/>", "<quota><repeatedLooks perDay=\"1\"/></quota><pseudonym/>"),
                register);
        Reply lost = answered(as("research").asks("findStudents", "<m:criteria/>"));
        assertThat(alarms()).isZero();
        ToldOutcome.of(lost.message(), as("research")).assertTellsAgain(lost);
        assertThat(alarms()).isEqualTo(lost.studentsInTheLog()).isPositive();
    }

    private int alarms() {
        return register.jdbc()
                .sql("SELECT COUNT(*) FROM contract_alarm WHERE contract_id = 'MR-2026-908'")
                .query(Integer.class)
                .single();
    }

    @Test
    void aHeaderThatTheContractRequiresIsRequiredAgain() {
        Reply lost = answered(as("benefits").getStudent(DemoCast.TWIN_B));
        Reply refused = ToldOutcome.ask(lost.message().id(), as("benefits"))
                .withIssue(null)
                .send();
        RefusalTests.assertIsToldInTheOneWay(refused, ExchangeError.ISSUE_MISSING);
        ToldOutcome.of(lost.message(), as("benefits")).assertTellsAgain(lost);
    }

    // What was refused

    @Test
    void aRefusalIsToldAsItWas() {
        String interrupting = "interruptEnrolment";
        String content = WrittenEnrolment.begin(register).content(interrupting);
        Reply lost = as("school")
                .asks(interrupting, content.replace("2026-10-01", "2001-01-01").replace(">ILLNESS<", ">TIRED<"))
                .send();
        assertThat(Xml.children(lost.detail(), "problem")).as(lost.toString()).hasSizeGreaterThan(1);
        ToldOutcome.of(lost.message(), as("school")).assertTellsFaultOf(lost);
    }

    @Test
    void aRefusalAfterALookIsAMessageOfTheQuota() {
        Reply lost =
                as("benefits").asks("getStudent", Client.person("59403149014")).send();
        assertThat(lost.code()).isEqualTo(ExchangeError.PERSONAL_CODE.code());
        ToldOutcome told = ToldOutcome.of(lost.message(), as("benefits"));
        told.assertTellsFaultOf(lost);
        assertThat(told.reply().row()).containsEntry("CONTRACT_ID", "MR-2026-001");
    }

    @Test
    void whyAMessageWasRefusedIsNotToldAfterADay() {
        Reply lost =
                as("benefits").asks("getStudent", Client.person("59403149014")).send();
        receivedEarlier(lost, Duration.ofHours(25));
        ToldOutcome.of(lost.message(), as("benefits")).assertTellsNoFaultOf(lost);
    }

    @Test
    void whyAMessageWasRefusedIsNotToldWhenItIsNotGrantedAnyMore() {
        Reply lost = refusedWithdrawal();
        assertThat(lost.studentsInTheLog()).isEqualTo(1);
        ToldOutcome told = ToldOutcome.of(lost.message(), as("school"));
        told.assertTellsFaultOf(lost);
        assertThat(told.reply().studentsInTheLog()).isEqualTo(1);

        contracts.change(
                "MR-2026-005-school.xml",
                contract -> contract.replaceFirst("(?s)<grant [^>]*operation=\"withdrawStudent\".*?</grant>", "")
                        .replaceFirst("<operation [^>]*operation=\"withdrawStudent\"/>", ""),
                register);
        ToldOutcome now = ToldOutcome.of(lost.message(), as("school"));
        now.assertTellsNoFaultOf(lost);
        assertTellsOfNobody(now);
    }

    private Reply refusedWithdrawal() {
        String withdrawing = "withdrawStudent";
        Reply refused = as("school")
                .asks(
                        withdrawing,
                        WrittenEnrolment.begin(register).content(withdrawing).replace(">OTHER<", ">TIRED<"))
                .send();
        assertThat(refused.status()).as(refused.toString()).isEqualTo(500);
        return refused;
    }

    @Test
    void aRefusalForAMissingHeaderIsToldWithoutIt() {
        Reply lost = as("benefits")
                .getStudent(DemoCast.KAUNAS_STUDENT)
                .withIssue(null)
                .send();
        assertThat(lost.code()).isEqualTo(ExchangeError.ISSUE_MISSING.code());
        ToldOutcome told = ToldOutcome.of(ToldOutcome.ask(lost.message().id(), as("benefits"))
                .withIssue(null)
                .send());
        told.assertTellsFaultOf(lost);
    }

    @Test
    void aRefusalThatLeftTheIdFreeIsToldAndThenTheIdIsUsedUp() {
        Message message = as("benefits").getStudent(DemoCast.KAUNAS_STUDENT);
        Reply lost = mistaken(message.id(), "findStudents").send();
        assertThat(lost.code()).isEqualTo(ExchangeError.OPERATION_MISMATCH.code());

        ToldOutcome.of(message, as("benefits")).assertTellsFaultOf(lost);
        assertThat(message.send().code()).isEqualTo(ExchangeError.REPLAYED.code());
        ToldOutcome.of(message, as("benefits")).assertTellsFaultOf(lost);
    }

    @Test
    void theRefusalThatWasToldStaysTheOneThatIsTold() {
        Message message = as("benefits").getStudent(DemoCast.KAUNAS_STUDENT);
        Reply first = mistaken(message.id(), "findStudents").send();
        ToldOutcome.of(message, as("benefits")).assertTellsFaultOf(first);
        Reply second = mistaken(message.id(), "findStudents").send();
        assertThat(second.number()).isNotEqualTo(first.number());
        ToldOutcome.of(message, as("benefits")).assertTellsFaultOf(first);
    }

    @Test
    void aMessageThatNeverCameNeverCameWhenItIsRefusedLater() {
        Message message = as("benefits").getStudent(DemoCast.KAUNAS_STUDENT);
        assertThat(ToldOutcome.of(message, as("benefits")).outcome()).isEqualTo("NOT_RECEIVED");
        assertThat(mistaken(message.id(), "findStudents").send().code())
                .isEqualTo(ExchangeError.OPERATION_MISMATCH.code());
        assertThat(ToldOutcome.of(message, as("benefits")).outcome()).isEqualTo("NOT_RECEIVED");
    }

    private Message mistaken(String id, String operation) {
        return as("benefits")
                .getStudent(DemoCast.KAUNAS_STUDENT)
                .withId(id)
                .replacing("<id:serviceCode>getStudent<", "<id:serviceCode>" + operation + "<");
    }

    @Test
    void aMessageThatWasAnsweredAfterARefusalIsAnswered() {
        Message message = as("benefits").getStudent(DemoCast.KAUNAS_STUDENT);
        mistaken(message.id(), "findStudents").send();
        Reply lost = answered(message);
        assertThat(message.send().code()).isEqualTo(ExchangeError.REPLAYED.code());
        ToldOutcome.of(message, as("benefits")).assertTellsAgain(lost);
    }

    // What never came

    @Test
    void aMessageThatNeverCameIsRefusedWhenItComes() {
        Message message = as("school").asks("enrolStudent", WrittenEnrolment.beginning());
        int written = writes();
        ToldOutcome told = ToldOutcome.of(message, as("school"));
        assertThat(told.outcome()).isEqualTo("NOT_RECEIVED");
        told.assertNothingElse();

        Reply late = message.send();
        RefusalTests.assertIsToldInTheOneWay(late, ExchangeError.REPLAYED);
        assertThat(writes()).isEqualTo(written);
        assertThat(ToldOutcome.of(message, as("school")).outcome()).isEqualTo("NOT_RECEIVED");
    }

    private int writes() {
        return register.jdbc()
                .sql("SELECT COUNT(*) FROM person_write")
                .query(Integer.class)
                .single();
    }

    @Test
    void whatWasNotSignedWasNotReceived() {
        Message message = as("benefits").getStudent(DemoCast.KAUNAS_STUDENT);
        Message unsigned = as("benefits")
                .getStudent(DemoCast.KAUNAS_STUDENT)
                .withId(message.id())
                .unsigned();
        assertThat(unsigned.send().code()).isEqualTo(ExchangeError.NOT_SIGNED.code());
        assertThat(ToldOutcome.of(message, as("benefits")).outcome()).isEqualTo("NOT_RECEIVED");
    }

    @Test
    void messagesOfOthersAreAsThoseThatNeverCame() {
        Reply ofParty = answered(as("benefits").getStudent(DemoCast.KAUNAS_STUDENT));
        Reply ofSubsystem = answered(as("archive").getStudent(DemoCast.KAUNAS_STUDENT));
        String never = "never-" + ofParty.message().id().substring(6);
        asked(never + "0");

        List<String> toldOfNever = asked(never);
        List<String> toldOfParty = asked(ofParty.message().id());
        List<String> toldOfSubsystem = asked(ofSubsystem.message().id());
        assertThat(toldOfParty).isEqualTo(toldOfNever);
        assertThat(toldOfSubsystem).isEqualTo(toldOfNever);

        // Whose they are is told all the same.
        ToldOutcome.of(ofParty.message(), as("benefits")).assertTellsAgain(ofParty);
        ToldOutcome.of(ofSubsystem.message(), as("archive")).assertTellsAgain(ofSubsystem);
    }

    /** What the subsystem beside another is told, and the statements that it took. */
    private List<String> asked(String id) {
        Message message = ToldOutcome.ask(id, as("cases"));
        message.bytes();
        register.sql().recent();
        Reply reply = message.send();
        List<String> told = register.sql().recent().stream()
                .filter(statement -> Stream.of(
                                "message_log", "accepted_message", "refused_message", "quota", "message_student")
                        .anyMatch(statement::contains))
                .collect(Collectors.toList());
        assertThat(told).isNotEmpty();
        ToldOutcome outcome = ToldOutcome.of(reply);
        assertThat(outcome.outcome()).isEqualTo("NOT_RECEIVED");
        outcome.assertNothingElse();
        told.add(String.valueOf(reply.bytes().length));
        return told;
    }
}
