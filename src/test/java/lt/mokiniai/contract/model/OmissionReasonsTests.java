package lt.mokiniai.contract.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.kernel.OperationId;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Where a grant asks for reasons, each record says what it leaves out and why (docs/decisions/0009). */
class OmissionReasonsTests {

    private static final PublishedOperations PUBLISHED = PublishedOperations.load();

    private final Document document = Documents.empty();

    @Test
    void namesOutsideTheContractWhatIsNotGrantedAndNotRecordedWhatIsMissing() {
        SchemaTree answer = answer("students/v1/getStudent");
        Element root = element(document, answer);
        Element student = add(root, answer, "student");
        add(student, answer, "student/identity", "student/identity/givenNames");
        add(student, answer, "student/origin", "student/origin/motherTongue");

        narrow(
                root,
                answer,
                "student/identity/givenNames",
                "student/identity/sex",
                "student/residence/municipality",
                "student/residence/eldership",
                "student/residence/locality",
                "student/residence/street",
                "student/residence/house",
                "student/residence/since");

        assertThat(reasons(student))
                .containsEntry("identity/sex", "NOT_RECORDED")
                .containsEntry("identity/birthDate", "OUTSIDE_CONTRACT")
                .containsEntry("origin", "OUTSIDE_CONTRACT")
                .containsEntry("residence", "NOT_RECORDED")
                .containsEntry("guardian", "OUTSIDE_CONTRACT")
                .doesNotContainKeys("identity", "identity/givenNames", "absence", "residence/house");
    }

    @Test
    void doesNotSayOfWhatTheContractDoesNotHoldThatItIsNotRecorded() {
        SchemaTree answer = answer("students/v1/getStudent");
        Element root = element(document, answer);
        Element student = add(root, answer, "student");
        add(student, answer, "student/origin", "student/origin/motherTongue");

        narrow(root, answer, "student/origin/country");

        assertThat(reasons(student))
                .containsEntry("origin/country", "NOT_RECORDED")
                .containsEntry("origin/motherTongue", "OUTSIDE_CONTRACT")
                .containsEntry("origin/citizenship", "OUTSIDE_CONTRACT")
                .doesNotContainKey("origin");
    }

    @Test
    void namesOnceWhatOneOfTwoGuardiansLacks() {
        SchemaTree answer = answer("students/v1/getStudent");
        Element root = element(document, answer);
        Element student = add(root, answer, "student");
        Element mother = add(student, answer, "student/guardian", "student/guardian/phone");
        add(mother, answer, "student/guardian/email");
        add(student, answer, "student/guardian", "student/guardian/email");

        narrow(root, answer, "student/guardian/phone", "student/guardian/email");

        assertThat(reasons(student))
                .containsEntry("guardian/phone", "NOT_RECORDED")
                .containsEntry("guardian/relation", "OUTSIDE_CONTRACT")
                .doesNotContainKeys("guardian", "guardian/email");
    }

    @Test
    void saysNothingOfTheBranchOfAChoiceThatIsNotChosen() {
        SchemaTree answer = answer("enrolments/v1/getEnrolments");
        Element root = element(document, answer);
        Element fromAbroad = add(root, answer, "enrolment");
        Element movement = add(fromAbroad, answer, "enrolment/movement");
        add(movement, answer, "enrolment/movement/cameFrom", "enrolment/movement/cameFrom/country");
        add(
                movement,
                answer,
                "enrolment/movement/leftTo",
                "enrolment/movement/leftTo/kind",
                "enrolment/movement/leftTo/code");
        Element fromSchool = add(root, answer, "enrolment");
        add(
                add(fromSchool, answer, "enrolment/movement"),
                answer,
                "enrolment/movement/cameFrom",
                "enrolment/movement/cameFrom/code");

        narrow(
                root,
                answer,
                "enrolment/movement/cameFrom/kind",
                "enrolment/movement/cameFrom/code",
                "enrolment/movement/cameFrom/country",
                "enrolment/movement/leftTo/kind",
                "enrolment/movement/leftTo/code",
                "enrolment/movement/leftTo/country");

        assertThat(reasons(fromAbroad))
                .containsEntry("movement/reason", "OUTSIDE_CONTRACT")
                .allSatisfy((path, reason) -> assertThat(path).doesNotContain("cameFrom", "leftTo"));
        assertThat(reasons(fromSchool))
                .containsEntry("movement/cameFrom/kind", "NOT_RECORDED")
                .containsEntry("movement/leftTo", "NOT_RECORDED")
                .doesNotContainKeys("movement/cameFrom", "movement/cameFrom/country");
    }

    @Test
    void aRecordWithinARecordSpeaksForItself() {
        SchemaTree answer = answer("enrolments/v1/getClassRoster");
        Element root = element(document, answer);
        Element student = add(root, answer, "student");
        Element enrolment = add(student, answer, "student/enrolment", "student/enrolment/expectedEnd");
        Element without = add(root, answer, "student");
        add(without, answer, "student/identity", "student/identity/sex");

        narrow(root, answer, "student/identity/sex", "student/enrolment/expectedEnd", "student/enrolment/enrolledFrom");

        assertThat(reasons(student))
                .containsEntry("identity/sex", "NOT_RECORDED")
                .containsEntry("identity/birthDate", "OUTSIDE_CONTRACT")
                .allSatisfy((path, reason) -> assertThat(path).doesNotStartWith("enrolment"));
        assertThat(reasons(enrolment))
                .containsEntry("enrolledFrom", "NOT_RECORDED")
                .containsEntry("institution", "OUTSIDE_CONTRACT")
                .doesNotContainKey("expectedEnd");
        assertThat(reasons(without))
                .containsEntry("enrolment/expectedEnd", "NOT_RECORDED")
                .containsEntry("enrolment/institution", "OUTSIDE_CONTRACT")
                .doesNotContainKeys("enrolment", "enrolment/absence");
    }

    @Test
    void keepsWhatTheRegisterSaidAndSaysNothingElseOfIt() {
        SchemaTree answer = answer("enrolments/v1/getEnrolments");
        Element root = element(document, answer);
        Element enrolment = add(root, answer, "enrolment");
        say(enrolment, answer, "institution");
        say(enrolment, answer, "stage/className");

        narrow(
                root,
                answer,
                "enrolment/institution/name",
                "enrolment/stage/className",
                "enrolment/stage/form",
                "enrolment/expectedEnd");

        assertThat(reasons(enrolment))
                .containsEntry("institution", "RESTRICTED")
                .containsEntry("stage/className", "RESTRICTED")
                .containsEntry("stage/form", "NOT_RECORDED")
                .containsEntry("stage/way", "OUTSIDE_CONTRACT")
                .containsEntry("expectedEnd", "NOT_RECORDED")
                .doesNotContainKeys("stage", "institution/name", "institution/code");
    }

    @Test
    void letsTheRegisterSayNothingOfWhatTheContractDoesNotHold() {
        SchemaTree answer = answer("students/v1/getStudent");
        Element root = element(document, answer);
        Element student = add(root, answer, "student");
        add(student, answer, "student/identity", "student/identity/sex");
        say(student, answer, "guardian");

        narrow(root, answer, "student/identity/sex");

        assertThat(reasons(student)).containsEntry("guardian", "OUTSIDE_CONTRACT");
    }

    @Test
    void keepsARecordOfWhichNothingCanBeShown() {
        SchemaTree answer = answer("students/v1/getStudent");
        Element root = element(document, answer);
        Element student = add(root, answer, "student");
        add(student, answer, "student/identity", "student/identity/sex");

        narrow(root, answer, "student/residence/municipality");

        assertThat(Documents.paths(root)).contains("student").doesNotContain("student/identity");
        assertThat(reasons(student))
                .containsEntry("residence/municipality", "NOT_RECORDED")
                .containsEntry("identity", "OUTSIDE_CONTRACT");
    }

    @Test
    void saysNothingWhereTheGrantDoesNotAskForIt() {
        SchemaTree answer = answer("students/v1/getStudent");
        Element root = element(document, answer);
        Element student = add(root, answer, "student");
        add(student, answer, "student/identity", "student/identity/sex");
        say(student, answer, "residence");

        new ResponseFilter(
                        answer,
                        answer.grantedOnly(Set.of("student/identity/sex", "student/residence/house"))
                                .without(OmissionReasons.ELEMENT))
                .narrow(root);

        assertThat(reasons(student)).isEmpty();
    }

    @Test
    void declaresTheNamespaceOfWhatItAddsAsTheSignatureNeedsIt() {
        SchemaTree answer = answer("enrolments/v1/getClassRoster");
        Element root = element(document, answer);
        Element student = add(root, answer, "student");

        narrow(root, answer, "student/identity/sex");

        Element absence = (Element) student.getLastChild();
        assertThat(absence.lookupNamespaceURI(null)).isEqualTo("http://mokiniai.lt/enrolments/v1");
        assertThat(absence.getAttribute("xmlns")).isEqualTo("http://mokiniai.lt/enrolments/v1");
        assertThat(((Element) absence.getFirstChild()).getAttribute("xmlns")).isEqualTo("http://mokiniai.lt/types/v1");
    }

    private static SchemaTree answer(String operation) {
        return PUBLISHED.find(OperationId.parse(operation)).orElseThrow().answer();
    }

    private static void narrow(Element root, SchemaTree answer, String... granted) {
        new ResponseFilter(answer, answer.grantedOnly(Set.of(granted))).narrow(root);
    }

    /** Adds an element, and one below it; a value is given to what holds one. */
    private Element add(Element parent, SchemaTree answer, String path, String... below) {
        SchemaTree schema = answer.at(path).orElseThrow();
        Element added = element(parent, schema);
        if (schema.isLeaf()) {
            added.setTextContent("value");
        }
        for (String child : below) {
            add(added, answer, child);
        }
        return added;
    }

    private void say(Element record, SchemaTree answer, String path) {
        SchemaTree absence = answer.at(record.getLocalName() + "/absence").orElseThrow();
        Element said = element(record, absence);
        element(said, absence.at("path").orElseThrow()).setTextContent(path);
        element(said, absence.at("reason").orElseThrow()).setTextContent("RESTRICTED");
    }

    private Element element(Node parent, SchemaTree schema) {
        return (Element) parent.appendChild(document.createElementNS(schema.namespace(), schema.name()));
    }

    /** What a record says, by path; no path twice. */
    static Map<String, String> reasons(Element record) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (Node child = record.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (OmissionReasons.ELEMENT.equals(child.getLocalName())) {
                String path = child.getFirstChild().getTextContent();
                assertThat(reasons.put(path, child.getLastChild().getTextContent()))
                        .as(path)
                        .isNull();
            }
        }
        return reasons;
    }
}
