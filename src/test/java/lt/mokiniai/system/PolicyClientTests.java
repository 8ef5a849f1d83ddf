package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import lt.mokiniai.Program;
import lt.mokiniai.system.Meddler.Trick;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * CXF that takes its policy from the WSDL, with keys and one property: {@code PolicyClient} of docs/clients/java, which has no
 * interceptor and no validator. The party has an RSA key and gets answers signed with RSA.
 */
class PolicyClientTests {

    private static final Register REGISTER = Register.shared();

    @BeforeAll
    static void needsTheClientAndOneTime() {
        OtherClient.JAVA.assumeInstalled();
        OtherClientsTests.needsOneTime();
    }

    @Test
    void isAnsweredAndVerifiesTheAnswer() {
        Program run = run(REGISTER.address("").resolve("/"));

        assertThat(run.output()).contains("signature verified", DemoCast.KAUNAS_STUDENT.familyName());
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "REFUSES_UNSIGNED")
    void doesNotTakeAnAnswerThatTheRegisterDidNotGiveToIt(Trick trick) {
        try (Meddler meddler = new Meddler(REGISTER, trick)) {
            Program run = run(meddler.address());

            assertThat(run.output())
                    .contains("not verified: ")
                    .doesNotContain("signature verified", Meddler.FORGED, DemoCast.KAUNAS_STUDENT.familyName());
            assertThat(run.exitCode()).isEqualTo(1);
        }
    }

    private static Program run(URI url) {
        URI address = URI.create(url.toString().replaceAll("/$", ""));
        return Player.PLAYER.run(
                new OtherClient.Call(address, REGISTER.demoFolder(), "health", "LT-DEMO/GOV/190000054/health")
                        .arguments());
    }

    /** Started with the first test that is not skipped. */
    private static final class Player {
        static final ClientPlayer PLAYER = ClientPlayer.start(OtherClient.javaPlayer("example.PolicyClient"));
    }
}
