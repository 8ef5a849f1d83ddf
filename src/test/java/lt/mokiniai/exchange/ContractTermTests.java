package lt.mokiniai.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lt.mokiniai.demo.DemoCast;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What a contract asks for beside data, as it goes out: signed, and valid by the published schema. */
class ContractTermTests {

    private static final Register REGISTER = Register.shared();

    @Test
    void aPseudonymIsTheSameInEveryAnswerUnderOneContract() {
        Reply first = find("statistics");
        Reply second = find("statistics");

        assertThat(pseudonyms(first))
                .hasSize(50)
                .doesNotHaveDuplicates()
                .allMatch(pseudonym -> pseudonym.matches("[0-9A-HJKMNP-TV-Z]{26}"))
                .isEqualTo(pseudonyms(second));
        assertGoesOutWell(first);
    }

    @Test
    void pseudonymsOfTwoContractsAreNotTheSame() {
        assertThat(find("research").content().getTextContent().length())
                .as("the same pupils, with the same data")
                .isEqualTo(find("statistics").content().getTextContent().length());
        assertThat(pseudonyms(find("research")))
                .hasSize(50)
                .doesNotContainAnyElementsOf(pseudonyms(find("statistics")));
    }

    @Test
    void besideAPseudonymNothingSaysWhoAPupilIs() {
        String answer = new String(find("statistics").bytes(), StandardCharsets.UTF_8);
        List<String> codes = REGISTER.jdbc()
                .sql("SELECT personal_code FROM person_identity WHERE personal_code IS NOT NULL"
                        + " UNION SELECT register_id FROM person")
                .query(String.class)
                .list();

        assertThat(codes).hasSizeGreaterThan(Register.PUPILS);
        assertThat(codes).noneMatch(answer::contains);
        assertThat(answer).doesNotContain("personalCode", "registerId", "givenNames", "familyName");
    }

    @Test
    void aRecordSaysWhatIsRestrictedOutsideTheContractOrNotRecorded() {
        Reply reply = REGISTER.as("reasons").getStudent(DemoCast.RESTRICTED).send();

        assertThat(reasons(Xml.child(reply.content(), "student")))
                .containsEntry("residence", "RESTRICTED")
                .containsEntry("guardian", "RESTRICTED")
                .containsEntry("origin", "OUTSIDE_CONTRACT")
                .containsEntry("identity/personalCode", "OUTSIDE_CONTRACT")
                .doesNotContainKeys("identity", "identity/givenNames");
        assertGoesOutWell(reply);
    }

    @Test
    void whatTellsTheSchoolIsRestrictedToo() {
        Reply reply = REGISTER.as("reasons").getEnrolments(DemoCast.RESTRICTED).send();

        assertThat(reasons(Xml.children(reply.content(), "enrolment").get(0)))
                .containsEntry("institution", "RESTRICTED")
                .containsEntry("learning/className", "RESTRICTED")
                .containsEntry("funding", "OUTSIDE_CONTRACT")
                .doesNotContainKey("learningContract/number");
        assertGoesOutWell(reply);
    }

    @Test
    void nothingIsRestrictedOfAPupilWithoutARestriction() {
        Reply reply = REGISTER.as("reasons").getStudent(DemoCast.KAUNAS_PUPIL).send();

        assertThat(reasons(Xml.child(reply.content(), "student")))
                .isNotEmpty()
                .doesNotContainValue("RESTRICTED")
                .doesNotContainKeys("residence", "guardian");
    }

    @Test
    void aContractThatAsksForNoReasonsGetsNone() {
        Reply reply = REGISTER.as("everything").getStudent(DemoCast.RESTRICTED).send();

        assertThat(Xml.children(Xml.child(reply.content(), "student"), "absence"))
                .isEmpty();
    }

    private static Reply find(String party) {
        return REGISTER.as(party)
                .asks("findStudents", "<m:criteria/><m:pageSize>50</m:pageSize>")
                .send();
    }

    private static List<String> pseudonyms(Reply reply) {
        return Xml.children(reply.content(), "student").stream()
                .map(student ->
                        Xml.child(Xml.child(student, "identity"), "pseudonym").getTextContent())
                .toList();
    }

    private static Map<String, String> reasons(Element record) {
        Map<String, String> reasons = new LinkedHashMap<>();
        Xml.children(record, "absence")
                .forEach(absence -> reasons.put(
                        Xml.child(absence, "path").getTextContent(),
                        Xml.child(absence, "reason").getTextContent()));
        return reasons;
    }

    private static void assertGoesOutWell(Reply reply) {
        PublishedSchema.of(reply.message().operation()).validate(reply.content());
        assertThat(reply.verify()).isNotNull();
    }
}
