package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.system.Sandbox.Told;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two clocks that a tester moves over HTTP: what today is for the register, and what messages are judged by. */
class SandboxClockTests {

    private static final Register REGISTER = Register.second();
    private static final Sandbox SANDBOX = new Sandbox(REGISTER);

    @AfterEach
    void reset() {
        SANDBOX.post("clock/reset");
    }

    @Test
    void bothClocksShowTheTrueTimeAtFirst() {
        Told told = SANDBOX.clock();

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.ahead("register")).isZero();
        assertThat(told.ahead("messages")).isZero();
        assertThat(told.now("register"))
                .isBetween(REGISTER.startedAt(), REGISTER.clock().instant());
    }

    @Test
    void theFirstOfSeptemberBringsANewClass() {
        int year = schoolYear();
        assertThat(SANDBOX.post("clock?to=" + year + "-08-31").status()).isEqualTo(200);
        assertThat(classOf(DemoCast.KAUNAS_STUDENT)).isEqualTo("7A");
        assertThat(studentsOf8A()).isZero();

        SANDBOX.post("clock?by=P1D");
        assertThat(classOf(DemoCast.KAUNAS_STUDENT)).isEqualTo("8A");
        assertThat(studentsOf8A()).isEqualTo(DemoCast.CLASS_SIZE);
    }

    @Test
    void theDayOfTheRegisterIsTheOneThatAnAnswerNames() {
        SANDBOX.post("clock?to=" + schoolYear() + "-09-01T08:00");

        Reply reply = everything().getStudent(DemoCast.KAUNAS_STUDENT).send();
        assertThat(Xml.child(reply.content(), "validOn").getTextContent()).isEqualTo(schoolYear() + "-09-01");
        assertThat(reply.logged().receivedAt().atZone(Dates.ZONE).toLocalDate()).isEqualTo(schoolYear() + "-09-01");
        // The day was moved, and whoever asked can still verify the answer by the true time.
        assertThat(reply.verify()).isNotNull();
    }

    @Test
    void theTermOfAContractIsOverWhenTheDayComes() {
        SANDBOX.post("clock?to=2036-01-15");
        Reply refused =
                REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT).send();

        RefusalTests.assertIsToldInTheOneWay(refused, ExchangeError.CONTRACT_NOT_IN_FORCE);
        SANDBOX.post("clock/reset");
        assertThat(REGISTER.as("benefits")
                        .getStudent(DemoCast.KAUNAS_STUDENT)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aQuotaFreesOnTheNextDayAndCountsAnewWhenTheClockGoesBack() {
        SANDBOX.post("clock?by=P1D");
        assertThat(metered().status()).isEqualTo(200);
        assertThat(metered().status()).isEqualTo(200);
        RefusalTests.assertIsToldInTheOneWay(metered(), ExchangeError.MESSAGES_A_DAY);

        SANDBOX.post("clock?by=P1D");
        assertThat(metered().status()).isEqualTo(200);
        assertThat(metered().status()).isEqualTo(200);
        SANDBOX.post("clock?by=-P1D");
        assertThat(metered().status()).isEqualTo(200);
        assertThat(metered().status()).isEqualTo(200);
        assertThat(metered().code()).isEqualTo("MR-308");
        SANDBOX.post("clock/reset");
        assertThat(metered().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"PT10M, TIMESTAMP_EXPIRED", "-PT10M, TIMESTAMP_AHEAD", "PT5H, TIMESTAMP_EXPIRED"})
    void aMessageIsOldOrEarlyByTheClockOfMessages(String by, ExchangeError error) {
        SANDBOX.post("clock/messages?by=" + by);
        Reply refused = good().send();
        RefusalTests.assertIsToldInTheOneWay(refused, error);
        RefusalTests.assertIsInTheLog(refused, error);

        SANDBOX.post("clock/reset");
        assertThat(good().send().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"P60D, REVOCATION_UNKNOWN", "P6Y, CERTIFICATE_EXPIRED"})
    void certificatesAndRevocationListsGoOutOfDateByTheClockOfMessages(String by, ExchangeError error) {
        Told told = SANDBOX.post("clock/messages?by=" + by);
        Reply refused = good().at(told.now("messages")).send();
        assertThat(refused.code()).as(refused.toString()).isEqualTo(error.code());
    }

    @Test
    void theRegistersDayAndTheClockOfMessagesAreNotOne() {
        SANDBOX.post("clock?by=P300D");
        assertThat(everything().getStudent(DemoCast.KAUNAS_STUDENT).send().status())
                .isEqualTo(200);

        Told told = SANDBOX.post("clock/messages?by=PT20M");
        assertThat(told.ahead("messages")).isEqualTo(Duration.ofMinutes(20));
        Reply reply = everything()
                .asks("checkConnection", "")
                .at(told.now("messages").minusSeconds(100))
                .send();
        assertThat(Double.parseDouble(
                        Xml.child(reply.content(), "clockDifference").getTextContent()))
                .isBetween(-110.0, -90.0);
        assertThat(reply.verify()).isNotNull();
    }

    @Test
    void theClockGoesOnFromWhereItWasPut() {
        Told first = SANDBOX.post("clock?to=2030-05-05");
        Told later = SANDBOX.clock();

        assertThat(first.now("register"))
                .isBetween(Instant.parse("2030-05-04T21:00:00Z"), Instant.parse("2030-05-04T21:05:00Z"));
        assertThat(later.ahead("register")).isEqualTo(first.ahead("register"));
        assertThat(later.now("register")).isAfter(first.now("register"));
        assertThat(later.json().get("register").get("ahead").asString()).startsWith("PT");
    }

    @ParameterizedTest
    @CsvSource({"clock, register", "clock/messages, messages"})
    void aClockThatWasLeftMovedIsPutBackByItself(String path, String clock) {
        Told told = SANDBOX.post(path + "?by=P1D&seconds=1");
        assertThat(told.ahead(clock)).isEqualTo(Duration.ofDays(1));
        assertThat(told.json().get(clock).get("until").asString()).isNotBlank();

        long giveUp = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!SANDBOX.clock().ahead(clock).isZero()) {
            assertThat(System.nanoTime()).isLessThan(giveUp);
        }
        assertThat(SANDBOX.clock().json().get(clock).get("until").isNull()).isTrue();
    }

    @Test
    void whatWasCountedOnADayThatWasLeftIsCountedAnew() {
        metered();
        assertThat(counted()).isPositive();
        SANDBOX.post("clock?by=P1D&seconds=1");

        long giveUp = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (counted() > 0) {
            assertThat(System.nanoTime()).isLessThan(giveUp);
        }
        assertThat(SANDBOX.clock().ahead("register")).isZero();
    }

    @Test
    void aClockStaysMovedForAnHourUnlessToldOtherwise() {
        Instant before = REGISTER.clock().instant();
        SANDBOX.post("clock?by=P1D");
        Told told = SANDBOX.clock();

        assertThat(OffsetDateTime.parse(told.json().get("register").get("until").asString())
                        .toInstant())
                .isBetween(before.plusSeconds(3600), REGISTER.clock().instant().plusSeconds(3600));
        assertThat(told.json().get("messages").get("until").isNull()).isTrue();
    }

    @Test
    void daysAndMonthsAreThoseOfTheCalendar() {
        SANDBOX.post("clock?to=2030-03-30T12:00");
        // Summer time begins in the night of 31 March 2030.
        Told told = SANDBOX.post("clock?by=P1D");
        assertThat(OffsetDateTime.parse(told.json().get("register").get("now").asString())
                        .toString())
                .startsWith("2030-03-31T12:0");
        told = SANDBOX.post("clock?by=P1M");
        assertThat(told.json().get("register").get("now").asString()).startsWith("2030-04-30T12:0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clock?to=yesterday SANDBOX-1",
                "clock?to=2026-02-30 SANDBOX-1",
                "clock?to=2026-09-01T25:00 SANDBOX-1",
                "clock?by=10 SANDBOX-2",
                "clock?by=P10H SANDBOX-2",
                "clock?by=PT99999999999999999H SANDBOX-2",
                "clock?by=P2147483647Y SANDBOX-2",
                "clock?by= SANDBOX-2",
                "clock SANDBOX-3",
                "clock?to=2026-09-01&by=P1D SANDBOX-3",
                "clock?to=1989-12-31 SANDBOX-4",
                "clock?to=2100-01-01 SANDBOX-4",
                "clock?by=P200Y SANDBOX-4",
                "clock/messages SANDBOX-3",
                "clock/messages?by=soon SANDBOX-2",
                "clock?by=P1D&seconds=0 SANDBOX-10",
                "clock?by=P1D&seconds=86401 SANDBOX-10",
                "clock/messages?by=PT1H&seconds=long SANDBOX-10"
            })
    void whatIsNotUnderstoodIsToldInBothLanguagesAndMovesNothing(String example) {
        String[] parts = example.split(" ");
        Told told = SANDBOX.post(parts[0]);

        assertThat(told.status()).as(told.toString()).isEqualTo(400);
        assertThat(told.json().get("code").asString()).isEqualTo(parts[1]);
        assertThat(told.json().get("lt").asString())
                .isNotBlank()
                .isNotEqualTo(told.json().get("en").asString());
        assertThat(told.json().at("/whatToDo/lt").asString())
                .isNotBlank()
                .isNotEqualTo(told.json().at("/whatToDo/en").asString());
        assertThat(SANDBOX.clock().ahead("register")).isZero();
        assertThat(SANDBOX.clock().ahead("messages")).isZero();
    }

    private static long counted() {
        return REGISTER.jdbc()
                .sql("SELECT COUNT(*) FROM quota_message")
                .query(Long.class)
                .single();
    }

    private static Reply metered() {
        return REGISTER.as("metered").getStudent(DemoCast.KAUNAS_STUDENT).send();
    }

    private static Message good() {
        return REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT);
    }

    private static Client everything() {
        return REGISTER.as("everything");
    }

    private static String classOf(DemoCast person) {
        Reply reply = everything().getEnrolments(person).send();
        return Xml.leaves(reply.content()).stream()
                .filter(leaf -> "className".equals(leaf.getLocalName()))
                .map(leaf -> leaf.getTextContent())
                .filter(name -> name.matches("[0-9].*"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(reply.toString()));
    }

    /** How many of those who are in class 8A all this school year are there by now. */
    private static long studentsOf8A() {
        Reply reply = everything()
                .asks("getClassRoster", Questions.content("getClassRoster"))
                .send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return Xml.children(reply.content(), "student").size();
    }

    private static int schoolYear() {
        LocalDate today = REGISTER.today();
        return today.getMonthValue() < 9 ? today.getYear() - 1 : today.getYear();
    }
}
