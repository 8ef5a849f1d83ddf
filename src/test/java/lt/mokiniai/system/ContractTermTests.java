package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lt.mokiniai.tools.demo.DemoCast;
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
        List<Element> statistics = listed("statistics");
        List<Element> research = listed("research");

        assertThat(research.stream().map(ContractTermTests::birthDate))
                .as("the same students")
                .containsExactlyInAnyOrderElementsOf(
                        statistics.stream().map(ContractTermTests::birthDate).toList());
        assertThat(research.stream().map(ContractTermTests::pseudonym))
                .doesNotContainAnyElementsOf(
                        statistics.stream().map(ContractTermTests::pseudonym).toList());
    }

    @Test
    void aListOfPseudonymsIsInTheirOrderAndJoinsWithNoOtherListByPlace() {
        List<Element> names = listed("everything");
        List<Element> statistics = listed("statistics");
        List<Element> research = listed("research");

        assertThat(statistics.stream().map(ContractTermTests::pseudonym))
                .isSorted()
                .hasSameSizeAs(names)
                .hasSizeGreaterThan(Register.STUDENTS);
        assertThat(research.stream().map(ContractTermTests::pseudonym)).isSorted();
        assertThat(joinedByPlace(names, statistics)).isLessThan(names.size() / 10);
        assertThat(joinedByPlace(names, research)).isLessThan(names.size() / 10);
        assertThat(joinedByPlace(statistics, research)).isLessThan(names.size() / 10);
    }

    @Test
    void aPageTokenOpensForThePartyThatItWasGivenToAlone() {
        String search = "<m:criteria/><m:pageSize>50</m:pageSize>";
        String token = token(find("statistics"));
        String next = search + "<m:pageToken>" + token + "</m:pageToken>";
        char last = token.charAt(token.length() - 1) == 'A' ? 'B' : 'A';
        String changed =
                search.concat("<m:pageToken>") + token.substring(0, token.length() - 1) + last + "</m:pageToken>";

        Reply here = REGISTER.as("statistics").asks("findStudents", next).send();
        Reply onAnotherNode =
                Register.second().as("statistics").asks("findStudents", next).send();
        assertThat(pseudonyms(here)).hasSize(50).isEqualTo(pseudonyms(onAnotherNode));
        List<Reply> refused = List.of(
                REGISTER.as("research").asks("findStudents", next).send(),
                REGISTER.as("everything").asks("findStudents", next).send(),
                REGISTER.as("statistics").asks("findStudents", changed).send());
        assertThat(refused).extracting(Reply::code).containsOnly("MR-406");
        assertThat(refused).extracting(ContractTermTests::told).containsOnly(told(refused.get(0)));
    }

    @Test
    void besideAPseudonymNothingSaysWhoAStudentIs() {
        String answer = new String(find("statistics").bytes(), StandardCharsets.UTF_8);
        List<String> codes = REGISTER.jdbc()
                .sql("SELECT personal_code FROM person_identity WHERE personal_code IS NOT NULL"
                        + " UNION SELECT register_id FROM person")
                .query(String.class)
                .list();

        assertThat(codes).hasSizeGreaterThan(Register.STUDENTS);
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
                .containsEntry("stage/className", "RESTRICTED")
                .containsEntry("expectedEnd", "OUTSIDE_CONTRACT")
                .doesNotContainKey("learningContract/number");
        assertGoesOutWell(reply);
    }

    @Test
    void nothingIsRestrictedOfAStudentWithoutARestriction() {
        Reply reply = REGISTER.as("reasons").getStudent(DemoCast.KAUNAS_STUDENT).send();

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
                .map(ContractTermTests::pseudonym)
                .toList();
    }

    private static String pseudonym(Element student) {
        return Xml.child(Xml.child(student, "identity"), "pseudonym").getTextContent();
    }

    private static String token(Reply page) {
        return Xml.children(page.content(), "nextPageToken").stream()
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    /** What a fault says, but for the number of the exchange. */
    private static String told(Reply fault) {
        return fault.detail().getTextContent().replace(fault.number(), "");
    }

    /** All whom a contract lists, page by page. */
    private static List<Element> listed(String party) {
        List<Element> all = new ArrayList<>();
        String token = "";
        do {
            String next = token.isEmpty() ? "" : "<m:pageToken>" + token + "</m:pageToken>";
            Reply page = REGISTER.as(party)
                    .asks("findStudents", "<m:criteria/><m:pageSize>100</m:pageSize>" + next)
                    .send();
            all.addAll(Xml.children(page.content(), "student"));
            token = token(page);
        } while (!token.isEmpty());
        return all;
    }

    /** At how many places two lists have the same birth date, of those who have not all the same since tests wrote them. */
    private static long joinedByPlace(List<Element> one, List<Element> other) {
        return IntStream.range(0, one.size())
                .filter(i -> birthDate(one.get(i)).equals(birthDate(other.get(i))))
                .filter(i -> !birthDate(one.get(i)).equals(WrittenStudent.BORN))
                .count();
    }

    private static String birthDate(Element student) {
        return Xml.child(Xml.child(student, "identity"), "birthDate").getTextContent();
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
