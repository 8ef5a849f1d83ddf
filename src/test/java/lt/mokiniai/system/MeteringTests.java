package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What contracts let be asked how often, over HTTP, on two nodes of one PostgreSQL. */
class MeteringTests {

    private static final Map<String, String> SETTINGS = MeteredContracts.settings();
    private static final Register ONE = Register.start(SETTINGS);
    private static final Register OTHER = Register.start(SETTINGS);

    @AfterAll
    static void stop() {
        OTHER.close();
        ONE.close();
    }

    @Test
    void twoNodesTogetherAnswerAsManyMessagesADayAsTheContractSays() throws Exception {
        List<Reply> replies = atOnce(40, () -> ONE.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT));

        assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(10);
        List<Reply> refused =
                replies.stream().filter(reply -> reply.status() != 200).toList();
        assertThat(refused).hasSize(30).allSatisfy(reply -> {
            RefusalTests.assertIsToldInTheOneWay(reply, ExchangeError.MESSAGES_A_DAY);
            assertThat(reply.fault("contract")).isEqualTo("MR-2026-001");
            assertThat(reply.fault("freesAt")).isEqualTo(instant(tomorrow()));
            assertThat(reply.studentsInTheLog()).isZero();
            reply.verify();
        });
    }

    @Test
    void aMinuteThatIsUsedUpIsNamedAndTheMessageMayComeAgain() {
        // Eight in a row meet a turn of the minute once at the most, and each minute lets three through.
        List<Reply> replies = IntStream.range(0, 8)
                .mapToObj(i -> ONE.as("benefits")
                        .getEnrolments(DemoCast.KAUNAS_STUDENT)
                        .send())
                .toList();

        assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSizeBetween(3, 6);
        Reply refused = replies.stream()
                .filter(reply -> reply.status() != 200)
                .findFirst()
                .orElseThrow();
        RefusalTests.assertIsToldInTheOneWay(refused, ExchangeError.MESSAGES_A_MINUTE);
        assertThat(refused.fault("retryable")).isEqualTo("true");
        assertThat(OffsetDateTime.parse(refused.fault("freesAt")).getSecond()).isZero();
    }

    @Test
    void differentStudentsAreCountedForTheMonthAndRefusedWithoutTellingOfThem() {
        assertThat(asksAbout(DemoCast.KAUNAS_STUDENT, ONE).status()).isEqualTo(200);
        assertThat(asksAbout(DemoCast.VILNIUS_STUDENT, OTHER).status()).isEqualTo(200);
        Reply refused = asksAbout(DemoCast.GRADUATE, ONE);
        assertThat(asksAbout(DemoCast.KAUNAS_STUDENT, OTHER).status()).isEqualTo(200);

        RefusalTests.assertIsToldInTheOneWay(refused, ExchangeError.STUDENTS_A_MONTH);
        assertThat(refused.toString()).doesNotContain(DemoCast.GRADUATE.familyName(), DemoCast.GRADUATE.givenNames());
        assertThat(refused.fault("freesAt")).isEqualTo(instant(nextMonth()));
        assertThat(refused.studentsInTheLog()).isZero();
        // The third look at one student this day is answered, and raises the alarm once.
        assertThat(asksAbout(DemoCast.KAUNAS_STUDENT, ONE).status()).isEqualTo(200);
        assertThat(asksAbout(DemoCast.KAUNAS_STUDENT, ONE).status()).isEqualTo(200);
        assertThat(ONE.jdbc()
                        .sql("SELECT COUNT(*) FROM contract_alarm WHERE contract_id = 'MR-2026-004'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void aBatchInAMonthThatIsUsedUpDoesNotTellWhoIsInTheRegister() {
        String nobody = "69405209035";
        String other = code(DemoCast.GRADUATE);
        // Two of three is one too many, whoever they are.
        Reply newOne = resolves(code(DemoCast.KAUNAS_STUDENT), code(DemoCast.VILNIUS_STUDENT), other);
        assertThat(newOne.code()).isEqualTo("MR-309");
        assertThat(resolves(code(DemoCast.KAUNAS_STUDENT), nobody, "69405209046")
                        .code())
                .isEqualTo("MR-309");
        assertThat(resolves(code(DemoCast.KAUNAS_STUDENT), code(DemoCast.VILNIUS_STUDENT))
                        .status())
                .isEqualTo(200);

        for (String known : List.of("", code(DemoCast.KAUNAS_STUDENT))) {
            Reply found = resolves(known, other);
            Reply notFound = resolves(known, nobody);
            RefusalTests.assertIsToldInTheOneWay(found, ExchangeError.STUDENTS_A_MONTH);
            assertThat(notFound.code()).isEqualTo(found.code());
            assertThat(notFound.fault("message")).isEqualTo(found.fault("message"));
            assertThat(notFound.studentsInTheLog()).isEqualTo(found.studentsInTheLog());
        }
        assertThat(resolves(code(DemoCast.VILNIUS_STUDENT), code(DemoCast.KAUNAS_STUDENT))
                        .status())
                .isEqualTo(200);
    }

    private static Reply resolves(String... codes) {
        String entries = Stream.of(codes)
                .filter(code -> !code.isEmpty())
                .map(code -> "<m:entry>" + Client.person(code) + "</m:entry>")
                .reduce("", String::concat);
        return ONE.as("migration").asks("resolveStudents", entries).send();
    }

    private static String code(DemoCast person) {
        return person.personalCode().orElseThrow();
    }

    @Test
    void aMessageMayNotAskAboutMoreStudentsThanItsQuotaSays() {
        String entries = Stream.of(DemoCast.KAUNAS_STUDENT, DemoCast.TWIN_A, DemoCast.TWIN_B)
                .map(person -> "<m:entry>" + Client.person(person) + "</m:entry>")
                .reduce("", String::concat);

        Reply refused = ONE.as("municipality").asks("resolveStudents", entries).send();

        RefusalTests.assertIsToldInTheOneWay(refused, ExchangeError.BATCH_TOO_LARGE);
        assertThat(refused.fault("code")).isEqualTo("MR-405");
    }

    @Test
    void theStudentSeesTheUseWhenTheContractSays() {
        Reply reply = asksAbout(DemoCast.KAUNAS_STUDENT, ONE);

        assertThat(reply.logged().result().visibleFrom())
                .contains(reply.logged().receivedAt().plus(Duration.ofDays(30)));
    }

    @Test
    void aRequestIsSpentByItsDelivery() {
        MeteredContracts.request(registerId(DemoCast.KAUNAS_STUDENT), registerId(DemoCast.TWIN_A));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> schoolAsksAbout(DemoCast.VILNIUS_STUDENT, ONE).status() == 200);

        assertThat(outcome(schoolAsksAbout(DemoCast.VILNIUS_STUDENT, ONE))).isEqualTo("NOT_FOUND");
        assertThat(outcome(schoolAsksAbout(DemoCast.KAUNAS_STUDENT, ONE))).isEqualTo("FOUND");
        Reply again = schoolAsksAbout(DemoCast.KAUNAS_STUDENT, ONE);
        RefusalTests.assertIsToldInTheOneWay(again, ExchangeError.REQUEST_SPENT);
        assertThat(again.toString()).doesNotContain(DemoCast.KAUNAS_STUDENT.familyName());
        assertThat(again.studentsInTheLog()).isZero();
        assertThat(Explained.by(ONE.as("school")
                                .getStudent(DemoCast.VILNIUS_STUDENT)
                                .explained())
                        .verdict())
                .as("while one of its students is not delivered")
                .isEqualTo("ALLOWED");
        assertThat(outcome(schoolAsksAbout(DemoCast.TWIN_A, ONE))).isEqualTo("FOUND");

        Message more = ONE.as("school").getStudent(DemoCast.VILNIUS_STUDENT);
        for (Message explanation : List.of(more.explained(), more.explainedByContent())) {
            Explained explained = Explained.by(explanation);
            assertThat(explained.verdict()).isEqualTo("REFUSED");
            assertThat(explained.refusing()).isEqualTo("QUOTA");
            assertThat(explained.code()).isEqualTo("MR-311");
            assertThat(explained.texts("contract")).containsExactly("MR-2026-005");
        }
        Reply spent = more.send();
        RefusalTests.assertIsToldInTheOneWay(spent, ExchangeError.REQUEST_SPENT);
        assertThat(spent.fault("contract")).isEqualTo("MR-2026-005");
    }

    private static Reply asksAbout(DemoCast person, Register node) {
        return ONE.as("migration").getStudent(person).send(node);
    }

    private static Reply schoolAsksAbout(DemoCast person, Register node) {
        return ONE.as("school").getStudent(person).send(node);
    }

    private static String outcome(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return Xml.child(reply.content(), "outcome").getTextContent();
    }

    private static String registerId(DemoCast person) {
        return ONE.jdbc()
                .sql("SELECT p.register_id FROM person p JOIN person_identity i ON i.person_id = p.id"
                        + " WHERE i.personal_code = ?")
                .param(person.personalCode().orElseThrow())
                .query(String.class)
                .list()
                .get(0);
    }

    private static List<Reply> atOnce(int count, Supplier<Message> message) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Reply>> calls = IntStream.range(0, count)
                    .<Callable<Reply>>mapToObj(i -> () -> message.get().send(i % 2 == 0 ? ONE : OTHER))
                    .toList();
            return senders.invokeAll(calls).stream().map(MeteringTests::got).toList();
        } finally {
            senders.shutdown();
        }
    }

    private static Reply got(Future<Reply> reply) {
        try {
            return reply.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static LocalDate tomorrow() {
        return ONE.today().plusDays(1);
    }

    private static LocalDate nextMonth() {
        return YearMonth.from(ONE.today()).plusMonths(1).atDay(1);
    }

    private static String instant(LocalDate day) {
        Instant start = day.atStartOfDay(Dates.ZONE).toInstant();
        return start.toString();
    }
}
