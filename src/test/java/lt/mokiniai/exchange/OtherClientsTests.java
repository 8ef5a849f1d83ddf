package lt.mokiniai.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import lt.mokiniai.Program;
import lt.mokiniai.demo.DemoCast;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that hold no line of ours, as {@code docs/clients.md} shows them. */
class OtherClientsTests {

    private static final String PYTHON = "/usr/bin/python3";

    @BeforeAll
    static void needsThePackages() {
        boolean there = Program.run(List.of(PYTHON, "-c", "import zeep, xmlsec, cryptography"))
                        .exitCode()
                == 0;
        if (!there) {
            System.out.println("SKIPPED: the Python client needs python3-zeep, python3-xmlsec, python3-cryptography");
        }
        assumeTrue(there, "python3-zeep, python3-xmlsec, python3-cryptography");
    }

    @Test
    void zeepIsAnsweredWithAnEllipticKey() {
        Program run = zeep("benefits", "LT-DEMO/GOV/190000015/benefits");
        assertThat(run.output()).contains("signature verified", DemoCast.KAUNAS_PUPIL.familyName());
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void zeepIsAnsweredWithAnRsaKey() {
        Program run = zeep("migration", "LT-DEMO/GOV/190000047/migration");
        assertThat(run.output()).contains("signature verified", DemoCast.KAUNAS_PUPIL.familyName());
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void zeepIsToldWhyItIsRefused() {
        Program run = zeep("ticketing", "LT-DEMO/COM/190000039/ticketing");
        assertThat(run.output()).contains("MR-303").doesNotContain(DemoCast.KAUNAS_PUPIL.familyName());
        assertThat(run.exitCode()).isEqualTo(1);
    }

    private static Program zeep(String party, String client) {
        Register register = Register.shared();
        return Program.run(List.of(
                PYTHON,
                "docs/clients/python/client.py",
                register.address("").resolve("/").toString().replaceAll("/$", ""),
                register.demoFolder().toString(),
                party,
                client,
                "CASE-1",
                DemoCast.KAUNAS_PUPIL.personalCode().orElseThrow()));
    }
}
