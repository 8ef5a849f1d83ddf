package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import lt.mokiniai.exchange.representation.Representation;
import lt.mokiniai.exchange.representation.Representation.Recorded;
import lt.mokiniai.exchange.representation.RepresentationRecords;
import lt.mokiniai.exchange.representation.Representations;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.platform.database.DatabaseProperties;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.w3c.dom.Element;

/**
 * A vendor acts for a school by the header {@code representedParty} (docs/decisions/0044), by signed messages, on two nodes
 * and whatever database.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RepresentationContract {

    private static final String SCHOOL = DemoCast.SCHOOL;
    private static final String VENDOR = "190000093";
    private static final XRoadId CLIENT = XRoadId.parse("LT-DEMO/COM/190000093/vendor");
    private static final String CONTRACT = "MR-2026-005";

    /** For which the vendor acted until February. */
    private static final String FORMER = LegalEntityCode.completing("19100020").value();

    /** Of the register, and for which the vendor never acted. */
    private static final String OTHER = LegalEntityCode.completing("19100002").value();

    private Register one;
    private Register second;
    private ChangingContracts contracts;

    /** The address of the database. */
    abstract Map<String, String> database();

    /** The name of the folder of contracts. */
    abstract String folder();

    @BeforeAll
    void start() {
        contracts = ChangingContracts.in(folder());
        contracts.change(
                SchoolRequest.FILE,
                contract -> contract.replaceFirst(
                        "<operation service=\"enrolments\" version=\"v1\" operation=\"withdrawStudent\"/>", ""));
        Map<String, String> settings = new HashMap<>(contracts.settings());
        settings.putAll(database());
        one = Register.start(settings);
        second = Register.start(settings);
    }

    @AfterAll
    void stop() {
        second.close();
        one.close();
    }

    /** Whatever a test did to it: the vendor acts for the school. */
    @BeforeEach
    void actsForTheSchool() {
        if (!one.bean(Representations.class)
                .mayAct(CLIENT, new LegalEntityCode(SCHOOL), one.clock().instant())) {
            records().add(new LegalEntityCode(SCHOOL), CLIENT, one.today(), Optional.empty(), "test");
        }
    }

    private RepresentationRecords records() {
        return new RepresentationRecords(one.bean(DataSource.class), one.bean(DatabaseProperties.class), one.clock());
    }

    private void endForTheSchool() {
        records().end(new LegalEntityCode(SCHOOL), CLIENT, Optional.empty(), "test");
    }

    private Message vendor(String operation, String content) {
        return one.as("vendor").asks(operation, content).representing(SCHOOL);
    }

    private Message enrolling() {
        return vendor("enrolStudent", WrittenEnrolment.beginning());
    }

    private static Reply answered(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        reply.verify();
        return reply;
    }

    private List<Integer> rows() {
        return Stream.of("person_write", "enrolment", "enrolment_stage", "message_student", "quota_student")
                .map(table -> one.jdbc()
                        .sql("SELECT COUNT(*) FROM " + table)
                        .query(Integer.class)
                        .single())
                .toList();
    }

    private static String text(Element within, String name) {
        return Xml.child(within, name).getTextContent();
    }

    private void assertRefused(Message message, ExchangeError error) {
        List<Integer> before = rows();
        Reply reply = message.send();
        RefusalTests.assertIsToldInTheOneWay(reply, error);
        assertThat(rows()).isEqualTo(before);
    }

    // What the vendor does

    @Test
    void whatAVendorWritesIsTheSchoolsAndNamesBoth() {
        Reply written = answered(enrolling().send());
        WrittenEnrolment enrolment = WrittenEnrolment.of(written);
        answered(vendor("changeEnrolment", enrolment.content("changeEnrolment")).send(second));

        Element receipt = written.header("receipt");
        assertThat(text(receipt, "contract")).isEqualTo(CONTRACT);
        assertThat(text(receipt, "represented")).isEqualTo(SCHOOL);
        assertThat(text(receipt, "representative")).isEqualTo(CLIENT.toString());
        assertThat(written.row())
                .containsEntry("PARTY", VENDOR)
                .containsEntry("REPRESENTED", SCHOOL)
                .containsEntry("CLIENT", CLIENT.toString())
                .containsEntry("CONTRACT_ID", CONTRACT);
        assertThat(written.studentsInTheLog()).isOne();
        assertThat(written.logged().asked().represented()).contains(SCHOOL);
        assertThat(one.jdbc()
                        .sql("SELECT party, institution FROM person_write WHERE receipt = ?")
                        .param(written.number())
                        .query((row, number) -> row.getString(1) + " for " + row.getString(2))
                        .list())
                .containsExactly(VENDOR + " for " + SCHOOL);
    }

    @Test
    void whatASchoolDoesItselfNamesNobodyElse() {
        Reply written = answered(one.as("school")
                .asks("enrolStudent", WrittenEnrolment.beginning())
                .send());
        assertThat(Xml.children(written.header("receipt"), "represented")).isEmpty();
        assertThat(Xml.children(written.header("receipt"), "representative")).isEmpty();
        assertThat(written.row().get("REPRESENTED")).isNull();
    }

    @Test
    void itSeesTheSchoolsStudentsAndNoOthers() {
        Reply seen = answered(one.as("vendor")
                .getStudent(DemoCast.KAUNAS_STUDENT)
                .representing(SCHOOL)
                .send());
        assertThat(text(seen.content(), "outcome")).isEqualTo("FOUND");
        Reply outside = answered(one.as("vendor")
                .getStudent(DemoCast.VILNIUS_STUDENT)
                .representing(SCHOOL)
                .send());
        assertThat(text(outside.content(), "outcome")).isEqualTo("NOT_FOUND");
    }

    @Test
    void theClassOfTheInstitutionMayBeNamed() {
        answered(withClass("GOV").send());
        assertRefused(withClass("COM"), ExchangeError.NOT_REPRESENTED);
    }

    private Message withClass(String memberClass) {
        return one.as("vendor")
                .getStudent(DemoCast.KAUNAS_STUDENT)
                .withHeaders("<repr:representedParty><repr:partyClass>" + memberClass
                        + "</repr:partyClass><repr:partyCode>" + SCHOOL + "</repr:partyCode></repr:representedParty>");
    }

    // What it is refused

    @Test
    void withoutTheHeaderOnlyItsOwnContractCounts() {
        assertRefused(
                one.as("vendor").asks("enrolStudent", WrittenEnrolment.beginning()),
                ExchangeError.OPERATION_NOT_GRANTED);
        assertRefused(one.as("vendor").getStudent(DemoCast.KAUNAS_STUDENT), ExchangeError.OPERATION_NOT_GRANTED);
    }

    @Test
    void itsOwnContractDoesNotCountWithTheHeader() {
        assertRefused(
                vendor(
                        "verifyCertificate",
                        "<m:registrationNumber>" + DemoCast.DIGITAL_NUMBER + "</m:registrationNumber>"),
                ExchangeError.OPERATION_NOT_REPRESENTED);
    }

    @Test
    void anOperationThatTheContractDoesNotNameIsRefusedAndOnlyToWhoMayAct() {
        WrittenEnrolment enrolment = WrittenEnrolment.begin(one);
        String content = enrolment.content("withdrawStudent");
        Message message = vendor("withdrawStudent", content);
        assertRefused(message, ExchangeError.OPERATION_NOT_REPRESENTED);
        assertThat(message.send().code()).isEqualTo(ExchangeError.REPLAYED.code());
        answered(one.as("school").asks("withdrawStudent", content).send());
        endForTheSchool();
        assertRefused(vendor("withdrawStudent", content), ExchangeError.NOT_REPRESENTED);
    }

    /** Whatever stands against it, one fault is told, byte for byte, but for ids and times. */
    @Test
    void whoMayNotActLearnsNothingOfWhy() {
        Representations rows = one.bean(Representations.class);
        Recorded now = new Recorded(one.clock().instant(), "test");
        // It begins in a moment, and another's contract does not let anybody act.
        rows.record(new Representation(
                new LegalEntityCode(OTHER),
                CLIENT,
                now.at().plus(Duration.ofHours(1)),
                Optional.empty(),
                now,
                Optional.empty()));
        rows.record(new Representation(
                new LegalEntityCode("190000015"), CLIENT, now.at(), Optional.empty(), now, Optional.empty()));
        endForTheSchool();
        List<String> told = Stream.of(
                        SCHOOL,
                        FORMER,
                        OTHER,
                        VENDOR,
                        "190000015",
                        LegalEntityCode.completing("19899999").value())
                .map(this::refusal)
                .distinct()
                .toList();
        assertThat(told).hasSize(1);
    }

    private String refusal(String institution) {
        Message message = one.as("vendor")
                .asks("enrolStudent", WrittenEnrolment.beginning())
                .representing(institution);
        List<Integer> before = rows();
        Reply reply = message.send(second);
        RefusalTests.assertIsToldInTheOneWay(reply, ExchangeError.NOT_REPRESENTED);
        assertThat(rows()).isEqualTo(before);
        assertThat(reply.row()).containsEntry("REPRESENTED", institution).containsEntry("PARTY", VENDOR);
        assertThat(reply.row().get("CONTRACT_ID")).isNull();
        // The header is repeated.
        return ComparableMessage.of(reply.bytes()).replace(institution + "</repr:partyCode>", "</repr:partyCode>");
    }

    @Test
    void aRightThatEndsIsRefusedOnEveryNodeFromTheNextMessageOn() {
        answered(enrolling().send());
        answered(enrolling().send(second));
        endForTheSchool();
        for (Register node : List.of(one, second)) {
            RefusalTests.assertIsToldInTheOneWay(enrolling().send(node), ExchangeError.NOT_REPRESENTED);
        }
        actsForTheSchool();
        answered(enrolling().send(second));
    }

    @Test
    void aSchoolWhoseContractIsSuspendedIsNotActedFor() {
        contracts.change(SchoolRequest.FILE, text -> text.replace("in-force", "suspended"), one, second);
        try {
            assertRefused(enrolling(), ExchangeError.NOT_REPRESENTED);
        } finally {
            contracts.change(SchoolRequest.FILE, text -> text.replace("suspended", "in-force"), one, second);
        }
        answered(enrolling().send());
    }

    @Test
    void theQuotaIsTheSchools() {
        contracts.change(
                SchoolRequest.FILE,
                text -> text.replaceFirst(
                        "(?s)(operation=\"getClassRoster\">.*?</delivery>)",
                        "$1<quota><messages perDay=\"2\"/></quota>"),
                one,
                second);
        String roster = Client.institution(SCHOOL) + "<m:className>8A</m:className>";
        answered(one.as("school").asks("getClassRoster", roster).send());
        answered(vendor("getClassRoster", roster).send(second));
        RefusalTests.assertIsToldInTheOneWay(vendor("getClassRoster", roster).send(), ExchangeError.MESSAGES_A_DAY);
        RefusalTests.assertIsToldInTheOneWay(
                one.as("school").asks("getClassRoster", roster).send(second), ExchangeError.MESSAGES_A_DAY);
    }

    @Test
    void aHeaderThatIsNotCoveredByTheSignatureIsRefused() {
        assertRefused(enrolling().withoutSigning("representedParty"), ExchangeError.HEADER_NOT_COVERED);
    }

    // What it is told of itself

    @Test
    void itSeesWhatItMayDoForTheSchoolAndNothingElse() {
        Element contract = Xml.child(answered(vendor("getContract", "").send()).content(), "contract");
        assertThat(text(contract, "id")).isEqualTo(CONTRACT);
        assertThat(Xml.children(contract, "grant"))
                .extracting(grant -> text(grant, "operation"))
                .contains("enrolStudent", "getStudent")
                .doesNotContain("withdrawStudent", "verifyCertificate");
        assertThat(Xml.children(
                        Xml.child(
                                answered(vendor("getContract", "<m:withFile>true</m:withFile>")
                                                .send())
                                        .content(),
                                "contract"),
                        "file"))
                .isEmpty();
        Element seen = answered(vendor("checkConnection", "").send()).content();
        assertThat(Xml.children(seen, "contract"))
                .extracting(summary -> text(summary, "id"))
                .containsExactly(CONTRACT);
        assertThat(Xml.children(
                        answered(one.as("vendor").asks("checkConnection", "").send())
                                .content(),
                        "contract"))
                .extracting(summary -> text(summary, "id"))
                .containsExactly("MR-2026-009");
    }

    @Test
    void itsWsdlForTheSchoolHoldsWhatItMayCall() {
        String asked = "<m:service>enrolments</m:service><m:version>v1</m:version>";
        String whole = wsdl(one.as("school").asks("getServiceDescription", asked));
        String narrowed = wsdl(vendor("getServiceDescription", asked));
        assertThat(whole).contains("enrolStudent", "withdrawStudent");
        assertThat(narrowed).contains("enrolStudent").doesNotContain("withdrawStudent");
        assertThat(wsdl(one.as("school").asks("getServiceDescription", asked))).isEqualTo(whole);
        assertRefused(
                one.as("vendor").asks("getServiceDescription", asked).representing(OTHER),
                ExchangeError.NOT_REPRESENTED);
    }

    private static String wsdl(Message message) {
        return new String(
                java.util.Base64.getMimeDecoder()
                        .decode(text(answered(message.send()).content(), "file")),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void whatWouldBecomeOfItsMessageIsToldAsItIsThenRefused() {
        WrittenEnrolment enrolment = WrittenEnrolment.begin(one);
        for (Message message : List.of(
                enrolling(),
                vendor("withdrawStudent", enrolment.content("withdrawStudent")),
                one.as("vendor").asks("enrolStudent", WrittenEnrolment.beginning()))) {
            String whole = Explained.by(message.explained()).code();
            String content = Explained.by(message.explainedByContent()).code();
            assertThat(List.of(whole, content)).containsOnly(message.send().code());
        }
        // A message for a school that it does not act for is told so, also to who asks for itself.
        Message message = one.as("vendor")
                .asks("enrolStudent", WrittenEnrolment.beginning())
                .representing(OTHER);
        assertThat(Explained.by(message.explained()).code()).isEqualTo(ExchangeError.NOT_REPRESENTED.code());
        assertThat(message.explainedByContent().send().code()).isEqualTo(ExchangeError.NOT_REPRESENTED.code());
    }

    // A lost answer

    @Test
    void aLostAnswerIsToldToWhoActsStillAndToTheSchool() {
        Reply lost = answered(enrolling().send());
        String id = lost.message().id();
        ToldOutcome.of(ToldOutcome.ask(id, one.as("vendor"))
                        .representing(SCHOOL)
                        .send())
                .assertTellsAgain(lost);
        ToldOutcome.of(ofVendor(id, CLIENT).send(second)).assertTellsAgain(lost);

        // Of itself it learns that the message was taken, and not what was told.
        ToldOutcome without = ToldOutcome.of(lost.message(), one.as("vendor"));
        assertThat(without.outcome()).isEqualTo("CONTENT_NO_LONGER_GIVEN");
        without.assertTellsReceiptOf(lost);
        assertThat(without.part("content")).isEmpty();

        endForTheSchool();
        assertRefused(ToldOutcome.ask(id, one.as("vendor")).representing(SCHOOL), ExchangeError.NOT_REPRESENTED);
        ToldOutcome.of(ofVendor(id, CLIENT).send()).assertTellsAgain(lost);
    }

    private Message ofVendor(String id, XRoadId client) {
        return one.as("school").asks("getOutcome", "<m:id>" + id + "</m:id><m:client>" + client + "</m:client>");
    }

    @Test
    void aRefusalIsToldToTheSchoolAndNotWithoutTheHeader() {
        Reply lost = enrolling().replacing(">lt<", ">xx<").send();
        assertThat(lost.code()).isEqualTo(ExchangeError.UNKNOWN_CODE.code());
        ToldOutcome.of(ofVendor(lost.message().id(), CLIENT).send()).assertTellsFaultOf(lost);
        ToldOutcome without = ToldOutcome.of(lost.message(), one.as("vendor"));
        assertThat(without.outcome()).isEqualTo("REFUSED");
        assertThat(without.part("fault")).isEmpty();
    }

    @Test
    void aMessageOfTheVendorForItselfOrForOthersIsUnknownToTheSchool() {
        Message own = one.as("vendor").asks("checkConnection", "");
        answered(own.send());
        assertThat(ToldOutcome.of(ofVendor(own.id(), CLIENT).send()).outcome()).isEqualTo("NOT_RECEIVED");
        assertThat(ToldOutcome.of(own, one.as("vendor")).outcome()).isEqualTo("ANSWERED");
    }

    @Test
    void aMessageThatASchoolAskedAboutIsRefusedWhenItComesAndNobodyElsesIs() {
        Message late = enrolling();
        assertThat(ToldOutcome.of(ofVendor(late.id(), CLIENT).send()).outcome()).isEqualTo("NOT_RECEIVED");
        RefusalTests.assertIsToldInTheOneWay(late.send(), ExchangeError.REPLAYED);

        Message others = one.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT);
        XRoadId client = one.contractOf("benefits").client();
        assertThat(ToldOutcome.of(ofVendor(others.id(), client).send()).outcome())
                .isEqualTo("NOT_RECEIVED");
        answered(others.send());
        assertThat(ToldOutcome.of(ofVendor(others.id(), client).send()).outcome())
                .isEqualTo("NOT_RECEIVED");
    }
}
