package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import lt.mokiniai.contract.active.ActiveContracts;
import lt.mokiniai.exchange.quota.Quotas;
import lt.mokiniai.exchange.security.MessageVerifier;
import lt.mokiniai.tools.demo.DemoCast;
import lt.mokiniai.wsdl.contracts.ContractDesk;
import lt.mokiniai.wsdl.students.Students;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.aop.support.AopUtils;

/** Keys that are refused, and a start that is no sandbox. */
class SandboxTests {

    private static final Register REGISTER = Register.second();

    /** What a sandbox decorates to rehearse faults. */
    private static final List<Class<?>> DECORATED =
            List.of(MessageVerifier.class, ActiveContracts.class, Quotas.class, Students.class, ContractDesk.class);

    @ParameterizedTest
    @CsvSource({"stranger.p12, MR-209", "expired, MR-211", "nobody, MR-213"})
    void theKeysForTestersAreRefused(String key, String code) {
        assertThat(good().signedBy(key).send().code()).isEqualTo(code);
    }

    @Test
    void aDemoListensOnThisMachineAlone() {
        int port = REGISTER.address("").getPort();
        // An address of this machine, too: a server that listens on all of them answers there.
        assertThatThrownBy(() -> new Socket("127.0.0.2", port).close()).isInstanceOf(ConnectException.class);
    }

    @Test
    void aStartThatIsNoSandboxHasNothingOfIt() {
        try (Register earnest = Register.start(Map.of("mokiniai.sandbox.enabled", "false"))) {
            Sandbox none = new Sandbox(earnest);
            assertThat(none.clock().status()).isEqualTo(404);
            assertThat(none.post("clock?by=P1D").status()).isEqualTo(404);
            assertThat(none.rehearse("benefits", "MR-902").status()).isEqualTo(404);
            for (Class<?> part : DECORATED) {
                assertThat(AopUtils.isAopProxy(REGISTER.bean(part))).isTrue();
                assertThat(AopUtils.isAopProxy(earnest.bean(part))).isFalse();
            }
            assertThat(earnest.as("benefits")
                            .getStudent(DemoCast.KAUNAS_STUDENT)
                            .send()
                            .status())
                    .isEqualTo(200);
        }
    }

    private static Message good() {
        return REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT);
    }
}
