package lt.mokiniai.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lt.mokiniai.demo.DemoCast;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that hold no line of ours, as {@code docs/clients.md} shows them. */
class OtherClientsTests {

    private static final String PYTHON = "/usr/bin/python3";

    private record Run(int exitCode, String output) {}

    @BeforeAll
    static void needsThePackages() {
        boolean there =
                run(List.of(PYTHON, "-c", "import zeep, xmlsec, cryptography")).exitCode() == 0;
        if (!there) {
            System.out.println("SKIPPED: the Python client needs python3-zeep, python3-xmlsec, python3-cryptography");
        }
        assumeTrue(there, "python3-zeep, python3-xmlsec, python3-cryptography");
    }

    @Test
    void zeepIsAnsweredWithAnEllipticKey() {
        Run run = zeep("benefits", "LT-DEMO/GOV/190000015/benefits");
        assertThat(run.output()).contains("signature verified", DemoCast.KAUNAS_PUPIL.familyName());
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void zeepIsAnsweredWithAnRsaKey() {
        Run run = zeep("migration", "LT-DEMO/GOV/190000047/migration");
        assertThat(run.output()).contains("signature verified", DemoCast.KAUNAS_PUPIL.familyName());
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void zeepIsToldWhyItIsRefused() {
        Run run = zeep("ticketing", "LT-DEMO/COM/190000039/ticketing");
        assertThat(run.output()).contains("MR-303").doesNotContain(DemoCast.KAUNAS_PUPIL.familyName());
        assertThat(run.exitCode()).isEqualTo(1);
    }

    private static Run zeep(String party, String client) {
        Register register = Register.shared();
        return run(List.of(
                PYTHON,
                "docs/clients/python/client.py",
                register.address("").resolve("/").toString().replaceAll("/$", ""),
                register.demoFolder().toString(),
                party,
                client,
                "CASE-1",
                DemoCast.KAUNAS_PUPIL.personalCode().orElseThrow()));
    }

    private static Run run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), output);
        } catch (IOException e) {
            return new Run(127, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
