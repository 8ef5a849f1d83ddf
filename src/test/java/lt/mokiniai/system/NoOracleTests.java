package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/**
 * Whoever is outside a contract and whoever does not exist are one answer, and one and the same work: no more statements,
 * no other ones, no longer a text to sign, to encrypt and to keep. Times are not asserted; {@link NoOracleTimes} measures.
 */
class NoOracleTests {

    /** Tables that a node looks at by itself, every few seconds. */
    private static final List<String> BESIDE = List.of(
            "contract_activation",
            "master_key",
            "log_key",
            "stored_key",
            "unknown_message",
            "open_exchange",
            "FROM task WHERE state",
            "SELECT id FROM open_write",
            "DELETE FROM open_write");

    private static final Predicate<String> OF_STUDENTS =
            Pattern.compile("\\b(from|join) (person|enrolment|certificate)").asPredicate();

    private static final RandomContracts CONTRACTS = new RandomContracts("no-oracle");
    private static final Register REGISTER = CONTRACTS.start();

    private static final RandomContracts USED_UP = new RandomContracts("used-up");
    private static final Register METERED = USED_UP.start();

    static {
        CONTRACTS.inForce(REGISTER, OutsideQuestions.grants());
        ContractFile contract = USED_UP.inForce(
                METERED, OutsideQuestions.grants(Set.of(), "<quota><students distinctPerMonth=\"1\"/></quota>"));
        contract.grants().keySet().forEach(operation -> useUp(contract, operation));
    }

    private static void useUp(ContractFile contract, String operation) {
        METERED.jdbc()
                .sql("INSERT INTO quota_month (told_month, contract_id, grant_name, students) VALUES (?, ?, ?, 1)")
                .params(
                        YearMonth.from(METERED.today()).toString(),
                        contract.id(),
                        Message.SERVICES.get(operation) + "/v1/" + operation)
                .update();
    }

    static List<OutsideQuestions> questions() {
        return OutsideQuestions.all();
    }

    @AfterAll
    static void stop() {
        REGISTER.close();
        METERED.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void whoIsOutsideIsTheSameWorkAsWhoDoesNotExist(OutsideQuestions questions) {
        String operation = questions.operation();
        String known = "<m:knownAt>" + REGISTER.startedAt() + "</m:knownAt>";
        assertThat(told(asked(RandomContracts.ALL, operation, questions.outside() + known)))
                .as("somebody who could be found")
                .isNotEqualTo(told(asked(RandomContracts.ALL, operation, questions.nobody() + known)));

        // The first answer of a contract in a month notes that month.
        asked(RandomContracts.PARTY, operation, questions.outside() + known);
        REGISTER.sql().recent();
        Reply outside = asked(RandomContracts.PARTY, operation, questions.outside() + known);
        List<String> statementsForOutside = statements();
        Reply nobody = asked(RandomContracts.PARTY, operation, questions.nobody() + known);
        List<String> statementsForNobody = statements();

        assertThat(statementsForOutside).isEqualTo(statementsForNobody).isNotEmpty();
        assertThat(told(outside)).isEqualTo(told(nobody));
        assertThat(outside.bytes()).hasSameSizeAs(nobody.bytes());
        assertThat(row(outside)).isEqualTo(row(nobody));
        assertThat(outside.studentsInTheLog()).isEqualTo(nobody.studentsInTheLog());
    }

    /** An explanation tells nothing of students, for it does not look at them. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void anExplanationMakesNoQueryAboutStudents(OutsideQuestions questions) {
        Message message = REGISTER.as(RandomContracts.ALL).asks(questions.operation(), questions.outside());
        REGISTER.sql().recent();

        assertThat(Explained.by(message.explained()).withoutTimes()).contains("ALLOWED");
        assertThat(statements()).isNotEmpty().noneMatch(OF_STUDENTS);

        assertThat(message.send().status()).isEqualTo(200);
        assertThat(statements()).anyMatch(OF_STUDENTS);
    }

    /** What is left of a quota must not tell who is in the register, by whichever operation. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void whoIsInTheRegisterIsRefusedLikeWhoIsNotWhenTheMonthIsUsedUp(OutsideQuestions questions) {
        Reply somebody = metered(questions, questions.outside());
        Reply nobody = metered(questions, questions.nobody());

        assertThat(somebody.code()).isEqualTo("MR-309");
        assertThat(nobody.code()).isEqualTo("MR-309");
        assertThat(nobody.fault("message")).isEqualTo(somebody.fault("message"));
        assertThat(row(nobody)).isEqualTo(row(somebody));
    }

    private static Reply metered(OutsideQuestions questions, String content) {
        return METERED.as(RandomContracts.PARTY)
                .asks(questions.operation(), content)
                .send();
    }

    private static Reply asked(String party, String operation, String content) {
        Reply reply = REGISTER.as(party).asks(operation, content).send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply;
    }

    /** What was asked of the database for an exchange; looks for changed contracts and keys go on beside it. */
    private static List<String> statements() {
        return REGISTER.sql().recent().stream()
                .filter(statement -> BESIDE.stream().noneMatch(statement::contains))
                .toList();
    }

    /** The answer, and by how many references it is signed. */
    private static String told(Reply reply) {
        Element content = Xml.parse(Xml.write(reply.content())).getDocumentElement();
        content.removeAttributeNS(Xml.WSU, "Id");
        int references = reply.document()
                .getElementsByTagNameNS("http://www.w3.org/2000/09/xmldsig#", "Reference")
                .getLength();
        return references + new String(Xml.write(content), StandardCharsets.UTF_8);
    }

    /** How long each column of the row in the log is, and the messages in it as they were before they were packed. */
    private static Map<String, String> row(Reply reply) {
        Map<String, String> sizes = new TreeMap<>(reply.row().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, column -> size(column.getValue()))));
        sizes.remove("ID");
        sizes.put("REQUEST", String.valueOf(reply.logged().request().length));
        sizes.put("RESPONSE", String.valueOf(reply.logged().response().length));
        return sizes;
    }

    private static String size(Object value) {
        if (value instanceof String text) {
            return String.valueOf(text.length());
        }
        return value instanceof Number ? String.valueOf(value) : String.valueOf(value == null);
    }
}
