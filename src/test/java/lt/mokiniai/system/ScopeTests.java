package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.system.ContractFile.Grant;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xmlunit.assertj3.XmlAssert;

/**
 * What each party of the demo gets of each student: all that its contract holds, and not a byte more. What should come is
 * worked out from the full record, the contract's file, the published schema and the tables.
 */
class ScopeTests {

    private static final Register REGISTER = Register.shared();
    private static final ScopeQuestions QUESTIONS = new ScopeQuestions(REGISTER);
    private static final List<String> PARTIES = List.of(
            "benefits", "municipality", "founder", "ticketing", "migration", "school", "health", "agency", "division");
    /** A shorter text stands in other places by chance. */
    private static final int TELLING = 5;

    /**
     * What is read of students: of what is written there is nothing to compare with, tasks are none of the demo's (TransferTests),
     * and deliveries are of no student.
     */
    static Stream<Arguments> granted() {
        return questions(true).filter(question -> isOfStudents((String) question.get()[1]));
    }

    private static boolean isOfStudents(String operation) {
        return !Questions.isWrittenBy(operation)
                && !operation.equals("getTasks")
                && !DeliveredSources.isOfIntake(operation);
    }

    static Stream<Arguments> notGranted() {
        return questions(false);
    }

    /** A party, an operation, and a content for each student of the cast that the operation can ask about. */
    private static Stream<Arguments> questions(boolean granted) {
        return PARTIES.stream()
                .flatMap(party -> Questions.operations().stream()
                        .filter(operation -> REGISTER.contractOf(party).grants().containsKey(operation) == granted)
                        .map(operation -> Arguments.of(party, operation)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("granted")
    void aPartyGetsAllThatItsContractHoldsAndNothingElse(String party, String operation) {
        Grant grant = REGISTER.contractOf(party).grants().get(operation);
        for (String content : QUESTIONS.of(operation, grant)) {
            Reply reply = REGISTER.as(party).asks(operation, content).send();
            assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
            Narrowing narrowing = new Narrowing(operation, grant);
            Element expected = QUESTIONS.expected(operation, content, grant, narrowing);
            XmlAssert.assertThat(text(withoutVersions(reply.content())))
                    .and(text(expected))
                    .areSimilar();
            assertTellsNoneOf(narrowing.withheld(), reply, content);
        }
    }

    /** A version is sealed anew for each answer, and the contract that everything is compared with may not write. */
    private static Element withoutVersions(Element answer) {
        Element copy = (Element) answer.cloneNode(true);
        takeVersions(copy);
        return copy;
    }

    private static void takeVersions(Element element) {
        for (Element child : Xml.children(element)) {
            if ("version".equals(child.getLocalName())) {
                element.removeChild(child);
            } else {
                takeVersions(child);
            }
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("notGranted")
    void anOperationThatIsNotGrantedIsRefused(String party, String operation) {
        assertThat(Questions.of(operation, party).send().code()).isEqualTo("MR-303");
    }

    @Test
    void eachPartyGetsAnotherAnswerToOneQuestion() {
        Map<String, String> answers = new HashMap<>();
        for (String party : PARTIES) {
            Reply reply = REGISTER.as(party).getStudent(DemoCast.KAUNAS_STUDENT).send();
            answers.put(
                    party,
                    reply.isFault()
                            ? reply.code()
                            : Xml.leaves(reply.content()).stream()
                                    .filter(leaf -> !"knownAt".equals(leaf.getLocalName()))
                                    .map(leaf -> leaf.getLocalName() + "=" + leaf.getTextContent())
                                    .collect(Collectors.joining(" ")));
        }
        assertThat(answers.values()).doesNotHaveDuplicates().hasSize(PARTIES.size());
        assertThat(answers).containsEntry("ticketing", "MR-303");
        assertThat(answers.get("benefits")).contains("Jokūbas").doesNotContain("registerId=", "municipality=");
        assertThat(answers.get("founder")).contains("municipality=19").doesNotContain("phone=", "house=");
        assertThat(answers.get("health")).contains("Jokūbas").doesNotContain("birthDate=");
        assertThat(answers.get("municipality")).contains("registerId=", "municipality=19", "phone=");
        assertThat(answers.get("migration")).contains("citizenship=LT").doesNotContain("municipality=", "phone=");
        assertThat(answers.get("school")).contains("citizenship=LT", "municipality=19", "phone=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"benefits", "migration", "municipality", "founder", "division", "school", "agency"})
    void aRestrictedStudentIsHiddenFromWhoeverTheRestrictionIsMeantFor(String party) {
        Reply reply = REGISTER.as(party).getStudent(DemoCast.RESTRICTED).send();
        String answer = new String(reply.bytes(), StandardCharsets.UTF_8);
        assertThat(Xml.child(reply.content(), "outcome").getTextContent())
                .isEqualTo(List.of("municipality", "founder", "division").contains(party) ? "NOT_FOUND" : "FOUND");
        if (List.of("school", "agency").contains(party)) {
            assertThat(answer).contains("residence>", "guardian>", "handling>GUARDIANS");
        } else {
            assertThat(answer).doesNotContain("residence>", "guardian>");
        }
        assertThat(answer).doesNotContain("ADOPTION");
    }

    @Test
    void aPagesTokenOpensForNobodyElse() {
        String first = "<m:criteria/><m:pageSize>2</m:pageSize>";
        Reply page = REGISTER.as("municipality").asks("findStudents", first).send();
        String next = first + "<m:pageToken>"
                + Xml.child(page.content(), "nextPageToken").getTextContent() + "</m:pageToken>";

        assertThat(REGISTER.as("municipality").asks("findStudents", next).send().status())
                .isEqualTo(200);
        Reply refused = REGISTER.as("school").asks("findStudents", next).send();
        RefusalTests.assertIsToldInTheOneWay(refused, ExchangeError.PAGE_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"municipality", "founder", "school"})
    void aSearchGivesThePopulationOfTheContractWholeAndOnce(String party) {
        Grant grant = REGISTER.contractOf(party).grants().get("findStudents");
        Stream.Builder<String> found = Stream.builder();
        String token = "";
        do {
            Reply page = REGISTER.as(party)
                    .asks("findStudents", "<m:criteria/><m:pageSize>7</m:pageSize>" + token)
                    .send();
            Xml.children(page.content(), "student")
                    .forEach(student -> found.add(Xml.child(Xml.child(student, "identity"), "registerId")
                            .getTextContent()));
            token = Xml.children(page.content(), "nextPageToken").stream()
                    .map(next -> "<m:pageToken>" + next.getTextContent() + "</m:pageToken>")
                    .findFirst()
                    .orElse("");
        } while (!token.isEmpty());
        List<String> all = found.build().toList();
        assertThat(all).doesNotHaveDuplicates();
        assertThat(Set.copyOf(all))
                .isEqualTo(Residents.of(grant, REGISTER.today(), REGISTER))
                .hasSizeGreaterThan(10);
        assertThat(Residents.of(grant, REGISTER.today(), REGISTER)).hasSizeLessThan(Register.STUDENTS);
    }

    /** The municipality founded schools for who lives elsewhere, and others teach who lives in it. */
    @Test
    void aFounderIsAnsweredAboutItsSchoolsAndNotAboutItsResidents() {
        assertThat(outcome("founder", DemoCast.COMMUTER)).isEqualTo("FOUND");
        assertThat(outcome("division", DemoCast.COMMUTER)).isEqualTo("FOUND");
        assertThat(outcome("municipality", DemoCast.COMMUTER)).isEqualTo("NOT_FOUND");
        assertThat(outcome("founder", DemoCast.GRADUATE)).isEqualTo("NOT_FOUND");
        assertThat(outcome("division", DemoCast.GRADUATE)).isEqualTo("NOT_FOUND");
        assertThat(outcome("agency", DemoCast.GRADUATE)).isEqualTo("FOUND");
        assertThat(outcome("municipality", DemoCast.GRADUATE)).isEqualTo("FOUND");
    }

    private static String outcome(String party, DemoCast one) {
        Reply reply = REGISTER.as(party).getStudent(one).send();
        return Xml.child(reply.content(), "outcome").getTextContent();
    }

    @Test
    void whoMakesStatisticsGetsPseudonymsAndTheReasonsOfWhatIsLeftOut() {
        Reply page = REGISTER.as("monitoring")
                .asks("findStudents", "<m:criteria/><m:pageSize>100</m:pageSize>")
                .send();
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        assertThat(Xml.children(page.content(), "student")).hasSize(100).allSatisfy(student -> {
            Element identity = Xml.child(student, "identity");
            assertThat(Xml.child(identity, "pseudonym").getTextContent()).hasSize(26);
            assertThat(Xml.children(identity, "personalCode")).isEmpty();
            assertThat(Xml.children(student, "guardian")).isEmpty();
        });
    }

    /** What was withheld stands nowhere in the bytes, unless it was asked with, or is the same as what may be told. */
    private static void assertTellsNoneOf(List<String> withheld, Reply reply, String asked) {
        // Random numbers hold anything.
        String bytes = new String(reply.bytes(), StandardCharsets.UTF_8)
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "");
        String told = Xml.leaves(reply.document().getDocumentElement()).stream()
                .filter(leaf -> !isAnItem(leaf))
                .map(Element::getTextContent)
                .collect(Collectors.joining(" "));
        String mayBeTold = asked
                + told
                + Xml.leaves(reply.content()).stream()
                        .map(Element::getTextContent)
                        .collect(Collectors.joining(" "));
        assertThat(withheld.stream()
                        .filter(text -> text.length() >= TELLING && !mayBeTold.contains(text))
                        .filter(bytes::contains))
                .isEmpty();
    }

    private static boolean isAnItem(Element leaf) {
        return Arrays.asList("BinarySecurityToken", "SignatureValue", "DigestValue")
                .contains(leaf.getLocalName());
    }

    private static String text(Element element) {
        return new String(Xml.write(element), StandardCharsets.UTF_8);
    }
}
