package lt.mokiniai.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import lt.mokiniai.demo.DemoCast;
import lt.mokiniai.exchange.Sandbox.Told;
import lt.mokiniai.kernel.ExchangeError;
import lt.mokiniai.wire.Rehearsal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;

/** Failures that are rehearsed, keys that are refused, and a start that is no sandbox. */
class SandboxTests {

    private static final Register REGISTER = Register.second();
    private static final Sandbox SANDBOX = new Sandbox(REGISTER);

    @ParameterizedTest
    @EnumSource(
            names = {
                "REVOCATION_UNKNOWN",
                "NO_CONTRACT",
                "MESSAGES_A_MINUTE",
                "MESSAGES_A_DAY",
                "PUPILS_A_MONTH",
                "PUPILS_A_MESSAGE",
                "REQUEST_SPENT",
                "INTERNAL",
                "DATABASE",
                "OVERLOADED",
                "TOO_SLOW"
            })
    void aRehearsedFailureIsMetOnceAndLoggedLikeATrueOne(ExchangeError error) {
        assertThat(SANDBOX.post("rehearse?code=" + error.code()).status()).isEqualTo(200);
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
    @CsvSource({"MR-307, true", "MR-308, true", "MR-309, true", "MR-310, false", "MR-311, false"})
    void aRehearsedQuotaNamesItsContractAndWhenItFrees(String code, boolean frees) {
        SANDBOX.post("rehearse?code=" + code);
        Reply failed = good().send();

        assertThat(failed.fault("contract")).isEqualTo("MR-2026-001");
        assertThat(failed.optional("freesAt").isPresent()).isEqualTo(frees);
    }

    @Test
    void aMessageThatDoesNotComeSoFarLeavesTheFailureToTheNext() {
        SANDBOX.post("rehearse?code=MR-309");
        assertThat(good().unsigned().send().code()).isEqualTo("MR-201");
        assertThat(REGISTER.as("benefits").asks("checkConnection", "").send().status())
                .isEqualTo(200);
        assertThat(good().send().code()).isEqualTo("MR-309");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rehearse", "rehearse?code=", "rehearse?code=MR-999", "rehearse?code=MR-201"})
    void whatIsNotRehearsedIsToldAndChangesNothing(String path) {
        Told told = SANDBOX.post(path);

        assertThat(told.status()).isEqualTo(400);
        assertThat(told.json().get("code").asString()).isEqualTo("SANDBOX-5");
        assertThat(good().send().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"stranger.p12, MR-209", "expired, MR-211", "nobody, MR-213"})
    void theKeysForTestersAreRefused(String key, String code) {
        assertThat(good().signedBy(key).send().code()).isEqualTo(code);
    }

    @Test
    void aStartThatIsNoSandboxHasNothingOfIt() {
        try (Register earnest = Register.start(Map.of("mokiniai.sandbox.enabled", "false"))) {
            Sandbox none = new Sandbox(earnest);
            assertThat(none.clock().status()).isEqualTo(404);
            assertThat(none.post("clock?by=P1D").status()).isEqualTo(404);
            assertThat(none.post("rehearse?code=MR-902").status()).isEqualTo(404);
            assertThatThrownBy(() -> earnest.bean(Rehearsal.class)).isInstanceOf(NoSuchBeanDefinitionException.class);
            assertThat(earnest.as("benefits")
                            .getStudent(DemoCast.KAUNAS_PUPIL)
                            .send()
                            .status())
                    .isEqualTo(200);
        }
    }

    private static Message good() {
        return REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_PUPIL);
    }
}
