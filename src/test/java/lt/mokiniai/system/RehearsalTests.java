package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.system.Sandbox.Told;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A fault is rehearsed for one party, ends by itself, and is told, signed and logged as a true one is. */
class RehearsalTests {

    private static final Register REGISTER = Register.second();
    private static final Sandbox SANDBOX = new Sandbox(REGISTER);

    @BeforeEach
    void nothingIsLeftOfOtherTests() {
        endAll();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "REVOCATION_UNKNOWN",
                "NO_CONTRACT",
                "MESSAGES_A_MINUTE",
                "MESSAGES_A_DAY",
                "STUDENTS_A_MONTH",
                "STUDENTS_A_MESSAGE",
                "REQUEST_SPENT",
                "INTERNAL",
                "DATABASE"
            })
    void aRehearsedFaultIsMetOnceAndLoggedLikeATrueOne(ExchangeError error) {
        Told told = SANDBOX.rehearse("benefits", error.code());
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.json().get("code").asString()).isEqualTo(error.code());
        Message message = good();
        Reply failed = message.send();

        assertThat(failed.code()).as(failed.toString()).isEqualTo(error.code());
        RefusalTests.assertIsToldInTheOneWay(failed, error);
        RefusalTests.assertIsInTheLog(failed, error);
        // As after a true one, the very message may be sent again where the fault says so.
        assertThat(message.send().code()).isEqualTo(error.retryable() ? "" : "MR-215");
        assertThat(good().send().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"TOO_SLOW, ''", "OVERLOADED, 5"})
    void whatIsNotReadIsNeitherSignedNorInTheLog(ExchangeError error, String retryAfter) {
        SANDBOX.rehearse("benefits", error.code());
        long rows = rows();
        Message message = good();
        Reply refused = message.send();

        assertThat(refused.code()).isEqualTo(error.code());
        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.contentType()).isEqualToIgnoringCase("text/xml;charset=utf-8");
        assertThat(refused.isSigned()).isFalse();
        assertThat(refused.retryAfter().orElse("")).isEqualTo(retryAfter);
        assertThat(refused.fault("retryable")).isEqualTo("true");
        assertThat(Xml.child(Xml.child(refused.detail(), "message"), "lt").getTextContent())
                .doesNotContain("{0}", "–");
        assertThat(rows()).isEqualTo(rows);
        assertThat(REGISTER.log().find(refused.number())).isEmpty();
        assertThat(message.send().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MR-112", "MR-903", "MR-212", "MR-301", "MR-307", "MR-309", "MR-901", "MR-902"})
    void aMessageOfAnotherPartyIsNotTouched(String code) {
        SANDBOX.rehearse("benefits", code);

        assertThat(ofAnother().send().status()).isEqualTo(200);
        assertThat(good().send().code()).isEqualTo(code);
        assertThat(ofAnother().send().status()).isEqualTo(200);
    }

    @Test
    void eachPartyHasItsOwnAndTheLatestCounts() {
        SANDBOX.rehearse("benefits", "MR-901");
        SANDBOX.rehearse("municipality", "MR-307");
        SANDBOX.rehearse("benefits", "MR-902&messages=2");

        assertThat(codes()).containsExactly("MR-902", "MR-307");
        assertThat(good().send().code()).isEqualTo("MR-902");
        assertThat(ofAnother().send().code()).isEqualTo("MR-307");
        assertThat(codes()).containsExactly("MR-902");
    }

    @Test
    void itIsMetAsOftenAsWasAskedAndNoMore() {
        JsonNode told = SANDBOX.rehearse("benefits", "MR-308&messages=2").json();
        assertThat(told.get("messages").asInt()).isEqualTo(2);

        assertThat(good().send().code()).isEqualTo("MR-308");
        assertThat(SANDBOX.rehearsed().get(0).get("messages").asInt()).isEqualTo(1);
        assertThat(good().send().code()).isEqualTo("MR-308");
        assertThat(good().send().status()).isEqualTo(200);
        assertThat(SANDBOX.rehearsed().isEmpty()).isTrue();
    }

    @Test
    void itEndsByItselfByTheTrueTime() {
        Instant before = REGISTER.clock().instant();
        assertThat(endOf(SANDBOX.rehearse("benefits", "MR-902")))
                .isBetween(
                        before.plus(Duration.ofSeconds(60)),
                        REGISTER.clock().instant().plus(Duration.ofSeconds(60)));
        SANDBOX.post("clock?by=P1D");
        try {
            assertThat(good().send().code())
                    .as("the sandbox's clock ends nothing")
                    .isEqualTo("MR-902");
        } finally {
            SANDBOX.post("clock/reset");
        }

        Instant end = endOf(SANDBOX.rehearse("benefits", "MR-902&messages=100&seconds=1"));
        // Whoever asks late enough finds nothing.
        while (REGISTER.clock().instant().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(good().send().status()).isEqualTo(200);
        assertThat(SANDBOX.rehearsed().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"MR-307, true", "MR-308, true", "MR-309, true", "MR-310, false", "MR-311, false"})
    void aRehearsedQuotaNamesItsContractAndWhenItFrees(String code, boolean frees) {
        SANDBOX.rehearse("benefits", code);
        Reply failed = good().send();

        assertThat(failed.fault("contract")).isEqualTo("MR-2026-001");
        assertThat(failed.optional("freesAt").isPresent()).isEqualTo(frees);
    }

    @Test
    void aMessageThatDoesNotComeSoFarLeavesTheFaultToTheNext() {
        SANDBOX.rehearse("benefits", "MR-309");
        assertThat(good().unsigned().send().code()).isEqualTo("MR-201");
        assertThat(REGISTER.as("benefits").asks("checkConnection", "").send().status())
                .isEqualTo(200);
        assertThat(good().send().code()).isEqualTo("MR-309");
    }

    @Test
    void aMessageWhoseHeaderCannotBeReadIsNobodys() {
        SANDBOX.rehearse("benefits", "MR-112");
        assertThat(good().raw(bytes -> "<no".getBytes(StandardCharsets.UTF_8))
                        .send()
                        .code())
                .isEqualTo("MR-101");
        assertThat(good().send().code()).isEqualTo("MR-112");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MR-212", "MR-301"})
    void whoeverIsToldAboutAMessageUsesNothingUp(String code) {
        Message explained = good();
        SANDBOX.rehearse("benefits", code);
        assertThat(SANDBOX.explain(explained).toString()).doesNotContain(code);
        assertThat(good().explainedTo("municipality").send().code()).isNotEqualTo(code);
        if (code.equals("MR-301")) {
            // Asked by the party itself: this operation needs no contract.
            assertThat(new String(explained.explained().send().bytes(), StandardCharsets.UTF_8))
                    .doesNotContain(code);
        }
        assertThat(good().send().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rehearse | SANDBOX-5",
                "rehearse?client=LT-DEMO/GOV/190000015/benefits | SANDBOX-5",
                "rehearse?client=LT-DEMO/GOV/190000015/benefits&code=MR-999 | SANDBOX-5",
                "rehearse?client=LT-DEMO/GOV/190000015/benefits&code=MR-201 | SANDBOX-5",
                "rehearse?code=MR-902 | SANDBOX-8",
                "rehearse?code=MR-902&client= | SANDBOX-8",
                "rehearse?code=MR-902&client=LT-DEMO/GOV/190000015 | SANDBOX-8",
                "rehearse?code=MR-902&client=LT-DEMO/GOV/190000015/others | SANDBOX-8",
                "rehearse?code=MR-902&client=LT-DEMO/GOV/190000015/benefits&messages=0 | SANDBOX-9",
                "rehearse?code=MR-902&client=LT-DEMO/GOV/190000015/benefits&messages=101 | SANDBOX-9",
                "rehearse?code=MR-902&client=LT-DEMO/GOV/190000015/benefits&seconds=601 | SANDBOX-9",
                "rehearse?code=MR-902&client=LT-DEMO/GOV/190000015/benefits&seconds=x | SANDBOX-9"
            })
    void whatIsNotRehearsedIsToldAndChangesNothing(String path, String code) {
        Told told = SANDBOX.post(path);

        assertThat(told.status()).isEqualTo(400);
        assertThat(told.json().get("code").asString()).isEqualTo(code);
        assertThat(SANDBOX.rehearsed().isEmpty()).isTrue();
        assertThat(good().send().status()).isEqualTo(200);
    }

    /** Lets the messages come for which a test that failed has left a fault. */
    private static void endAll() {
        for (JsonNode left : SANDBOX.rehearsed()) {
            SANDBOX.post("rehearse?client=" + left.get("client").asString() + "&code=MR-112");
            (left.get("client").asString().endsWith("benefits") ? good() : ofAnother()).send();
        }
    }

    private static Instant endOf(Told told) {
        return OffsetDateTime.parse(told.json().get("endsAt").asString()).toInstant();
    }

    private static Stream<String> codes() {
        return SANDBOX.rehearsed().valueStream().map(one -> one.get("code").asString());
    }

    private static Message good() {
        return REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT);
    }

    private static Message ofAnother() {
        return REGISTER.as("municipality").getStudent(DemoCast.KAUNAS_STUDENT);
    }

    private static long rows() {
        return REGISTER.jdbc()
                .sql("SELECT (SELECT COUNT(*) FROM message_log) + (SELECT COUNT(*) FROM unknown_message) FROM dual")
                .query(Long.class)
                .single();
    }
}
