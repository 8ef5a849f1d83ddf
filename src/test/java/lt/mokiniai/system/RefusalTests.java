package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.exchange.evidence.LoggedExchange;
import lt.mokiniai.exchange.evidence.LoggedExchange.Outcome;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way to break a rule is refused with its own code, told in one and the same way, and logged; its twin is answered. */
class RefusalTests {

    /**
     * Provoked elsewhere, as their messages are good ones: see {@link ReplayTests}, {@link FailureTests} and, for what
     * is used up, the tests of the quotas.
     */
    private static final Set<ExchangeError> ELSEWHERE = EnumSet.of(
            ExchangeError.REPLAYED,
            ExchangeError.MESSAGES_A_MINUTE,
            ExchangeError.MESSAGES_A_DAY,
            ExchangeError.STUDENTS_A_MONTH,
            ExchangeError.STUDENTS_A_MESSAGE,
            ExchangeError.REQUEST_SPENT,
            ExchangeError.NOT_TO_BE_SET,
            ExchangeError.TOO_SLOW,
            ExchangeError.INTERNAL,
            ExchangeError.DATABASE,
            ExchangeError.OVERLOADED);

    /** Found before or by the check of the signature: who sent it is not known, and such a fault is not signed. */
    private static final Set<ExchangeError> OF_AN_UNKNOWN_SENDER = EnumSet.of(
            ExchangeError.NOT_XML,
            ExchangeError.NOT_SOAP,
            ExchangeError.LIMIT,
            ExchangeError.HTTP,
            ExchangeError.FOREIGN_HEADER,
            ExchangeError.NOT_SIGNED,
            ExchangeError.SIGNATURE_INVALID,
            ExchangeError.BODY_NOT_COVERED,
            ExchangeError.HEADER_NOT_COVERED,
            ExchangeError.TIMESTAMP_NOT_COVERED,
            ExchangeError.TIMESTAMP_EXPIRED,
            ExchangeError.TIMESTAMP_AHEAD,
            ExchangeError.ALGORITHM,
            ExchangeError.CERTIFICATE_NOT_TRUSTED,
            ExchangeError.CERTIFICATE_REVOKED,
            ExchangeError.CERTIFICATE_EXPIRED,
            ExchangeError.REVOCATION_UNKNOWN,
            ExchangeError.SIGNATURE_SHAPE);

    /** How much is kept of a message whose sender is not known. */
    private static final int FIRST_BYTES = 4096;

    private static final int LONGEST_MESSAGE = 2 * 1024 * 1024;

    /** What only the inside of a program says. */
    private static final Pattern INTERNALS = Pattern.compile(
            "Exception|\\blt\\.mokiniai\\b|\\bjavax?\\.|\\borg\\.|jdbc|SELECT |INSERT |[a-z]+\\.java:|\\tat ",
            Pattern.CASE_INSENSITIVE);

    static Stream<Breach> breaches() {
        return Stream.of(MessageBreaches.all(), SignatureBreaches.all(), ContractBreaches.all(), RequestBreaches.all())
                .flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaches")
    void refusesWhatBreaksARuleAndAnswersItsGoodTwin(Breach breach) {
        Message broken = breach.broken();
        try (LogLines lines = new LogLines()) {
            Reply refused = broken.send();
            assertThat(refused.code())
                    .as(refused.toString())
                    .isEqualTo(breach.error().code());
            assertIsToldInTheOneWay(refused, breach.error());
            assertIsInTheLog(refused, breach.error());
            assertTellsNothing(refused, broken, lines);
        }
        Reply twin = breach.good().get().send();
        assertThat(twin.status()).as(twin.toString()).isEqualTo(200);
        assertThat(twin.logged().result().outcome()).isEqualTo(Outcome.ANSWERED);
    }

    @Test
    void everyReasonOfTheCatalogueIsProvoked() {
        Set<ExchangeError> provoked = breaches().map(Breach::error).collect(Collectors.toSet());
        provoked.addAll(ELSEWHERE);
        // Rules of the register: register/rules WritingRules, and by signed messages SchoolWritesTests; of deliveries:
        // intake.
        Stream.of(ExchangeError.values())
                .filter(error -> error.code().matches("MR-[567].."))
                .forEach(provoked::add);
        assertThat(provoked).containsExactlyInAnyOrder(ExchangeError.values());
    }

    static void assertIsToldInTheOneWay(Reply refused, ExchangeError error) {
        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.contentType()).isEqualToIgnoringCase("text/xml;charset=utf-8");
        assertThat(Xml.child(refused.content(), "faultcode").getTextContent())
                .isEqualTo(
                        error.isOurs()
                                ? "soap:Server"
                                : isOfAnotherSoap(refused) ? "soap:VersionMismatch" : "soap:Client");
        String lt = Xml.child(Xml.child(refused.detail(), "message"), "lt").getTextContent();
        String en = Xml.child(Xml.child(refused.detail(), "message"), "en").getTextContent();
        assertThat(lt).isNotBlank().isNotEqualTo(en).doesNotContain("{0}");
        assertThat(en).isNotBlank().doesNotContain("{0}");
        assertThat(Xml.child(refused.content(), "faultstring").getTextContent()).isEqualTo(error.code() + " " + en);
        assertThat(refused.fault("retryable")).isEqualTo(String.valueOf(error.retryable()));
        assertThat(refused.retryAfter().isPresent()).isEqualTo(error == ExchangeError.OVERLOADED);
        if (OF_AN_UNKNOWN_SENDER.contains(error)) {
            assertThat(refused.isSigned()).isFalse();
        } else {
            assertThat(refused.verify().getSubjectX500Principal().getName()).contains("CN=register");
        }
    }

    private static boolean isOfAnotherSoap(Reply refused) {
        String sent = new String(refused.message().bytes(), StandardCharsets.UTF_8);
        return sent.contains("http://www.w3.org/2003/05/soap-envelope") || sent.contains("<Envelope>");
    }

    static void assertIsInTheLog(Reply refused, ExchangeError error) {
        LoggedExchange logged = refused.logged();
        assertThat(logged.result().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(logged.result().faultCode()).contains(error.code());
        assertThat(logged.party().isPresent() && refused.isIdUsedUp())
                .as("the id is used up")
                .isEqualTo(error.usesIdUp() || error == ExchangeError.REPLAYED);
        byte[] sent = refused.message().bytes();
        if (logged.party().isEmpty()) {
            // What is too long was read as far as the limit.
            int read = Math.min(sent.length, LONGEST_MESSAGE + 1);
            if (refused.message().isPosted()) {
                assertThat(logged.sent().length()).isEqualTo(read);
                assertThat(logged.request()).isEqualTo(Arrays.copyOf(sent, Math.min(read, FIRST_BYTES)));
            }
            assertThat(logged.given().length()).isEqualTo(refused.bytes().length);
            assertThat(logged.response())
                    .isEqualTo(Arrays.copyOf(refused.bytes(), Math.min(refused.bytes().length, FIRST_BYTES)));
        } else {
            assertThat(logged.request()).isEqualTo(sent);
            assertThat(logged.response()).isEqualTo(refused.bytes());
        }
        assertThat(logged.result().students()).isZero();
        assertThat(refused.studentsInTheLog()).isZero();
    }

    /** Neither the fault nor what is logged says a word of the Body, of a person, or of what is inside. */
    private static void assertTellsNothing(Reply refused, Message broken, LogLines lines) {
        String body = new String(Xml.write(refused.content()), StandardCharsets.UTF_8);
        assertThat(refused.content().getTextContent()).doesNotContainPattern(INTERNALS);
        for (String secret : secrets(broken)) {
            assertThat(body).doesNotContain(secret);
            assertThat(new String(refused.bytes(), StandardCharsets.UTF_8)).doesNotContain(secret);
            assertThat(lines.text()).doesNotContain(secret);
        }
        assertThat(lines.text()).contains(refused.code()).doesNotContainPattern("(?i)\\bat lt\\.|SELECT |B-2026-77");
    }

    /** The values that were sent about persons, and what the register knows of the student that most ask about. */
    private static List<String> secrets(Message broken) {
        String sent = new String(broken.bytes(), StandardCharsets.UTF_8);
        Stream<String> codes =
                Pattern.compile("personalCode>([^<]+)<").matcher(sent).results().map(match -> match.group(1));
        return Stream.concat(
                        codes, Stream.of(DemoCast.KAUNAS_STUDENT.familyName(), DemoCast.KAUNAS_STUDENT.registerId()))
                .distinct()
                .toList();
    }
}
