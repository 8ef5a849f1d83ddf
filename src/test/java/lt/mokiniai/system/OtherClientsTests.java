package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import lt.mokiniai.Program;
import lt.mokiniai.system.Meddler.Trick;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients that hold no line of ours, as {@code docs/clients.md} shows them. */
class OtherClientsTests {

    private static final Register REGISTER = Register.shared();
    private static final URI URL =
            URI.create(REGISTER.address("").resolve("/").toString().replaceAll("/$", ""));

    /** Near midnight the tests' register lives ahead of time, and these clients have the clock of the machine. */
    @BeforeAll
    static void needsOneTime() {
        boolean same =
                Duration.between(Instant.now(), REGISTER.clock().instant()).toMinutes() == 0;
        if (!same) {
            System.out.println("SKIPPED: the clients of docs/clients.md, within half an hour of midnight");
        }
        assumeTrue(same, "the clock of the machine");
    }

    @ParameterizedTest
    @EnumSource
    void isAnsweredWithAnEllipticKey(OtherClient client) {
        Program run = client.runAlone(call(URL, "benefits", "LT-DEMO/GOV/190000015/benefits"));
        assertThat(run.output()).contains("signature verified", DemoCast.KAUNAS_STUDENT.familyName());
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void isAnsweredWithAnRsaKey(OtherClient client) {
        Program run = run(client, URL, "migration", "LT-DEMO/GOV/190000047/migration");
        assertThat(run.output()).contains("signature verified", DemoCast.KAUNAS_STUDENT.familyName());
        assertThat(run.exitCode()).isZero();
    }

    /** The register signs this fault with RSA, as the contract says, though the client's key is elliptic. */
    @ParameterizedTest
    @EnumSource
    void isToldWhyItIsRefused(OtherClient client) {
        Program run = run(client, URL, "ticketing", "LT-DEMO/COM/190000039/ticketing");
        assertThat(run.output())
                .contains("MR-303")
                .doesNotContain("(not signed)", DemoCast.KAUNAS_STUDENT.familyName());
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void saysThatAFaultIsNotSigned(OtherClient client) {
        try (Meddler meddler = new Meddler(REGISTER, Trick.REFUSES_UNSIGNED)) {
            Program run = run(client, meddler.address(), "benefits", "LT-DEMO/GOV/190000015/benefits");
            assertThat(run.output()).contains("MR-201", "(not signed)").doesNotContain("signature verified");
            assertThat(run.exitCode()).isEqualTo(1);
        }
    }

    static Stream<Arguments> clientsAndTricks() {
        return Stream.of(OtherClient.values())
                .flatMap(client -> Stream.of(Trick.values())
                        .filter(trick -> trick != Trick.REFUSES_UNSIGNED)
                        .map(trick -> Arguments.of(client, trick)));
    }

    @ParameterizedTest
    @MethodSource("clientsAndTricks")
    void doesNotTakeAnAnswerThatTheRegisterDidNotGiveToIt(OtherClient client, Trick trick) {
        try (Meddler meddler = new Meddler(REGISTER, trick)) {
            Program run = run(client, meddler.address(), "benefits", "LT-DEMO/GOV/190000015/benefits");
            assertThat(run.output())
                    .contains("not verified: ")
                    .doesNotContain("signature verified", Meddler.FORGED, DemoCast.KAUNAS_STUDENT.familyName());
            assertThat(run.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void whoHasNoKeySeesThatTheLineStands() {
        OtherClient.CURL.assumeInstalled();
        Program run = Program.run(List.of(
                "curl",
                "-i",
                "-s",
                "-H",
                "Content-Type: text/xml; charset=utf-8",
                "--data-binary",
                "@docs/clients/curl/unsigned.xml",
                URL + "/services/contracts/v1"));
        assertThat(run.output()).contains(" 500", "MR-201");
    }

    private static Program run(OtherClient client, URI url, String party, String subsystem) {
        return client.run(call(url, party, subsystem));
    }

    private static OtherClient.Call call(URI url, String party, String subsystem) {
        return new OtherClient.Call(url, REGISTER.demoFolder(), party, subsystem);
    }
}
