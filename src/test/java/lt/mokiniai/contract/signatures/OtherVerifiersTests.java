package lt.mokiniai.contract.signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lt.mokiniai.exchange.security.TestPki;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The signatures in the eyes of a verifier that holds no line of ours and none of Java: xmlsec1 on libxml2. */
class OtherVerifiersTests {

    private static final String CONTRACT = Signed.text(Signed.TICKETING);

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsXmlsec() throws Exception {
        boolean there;
        try {
            there = new ProcessBuilder("xmlsec1", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            there = false;
        }
        if (!there) {
            System.out.println("SKIPPED: xmlsec1 is not installed (Debian package xmlsec1)");
        }
        assumeTrue(there, "xmlsec1");
    }

    @Test
    void bothSignaturesOfAContractAreValidInAnyOrder() throws Exception {
        String one = Signed.by(CONTRACT, TestPki.PARTY, TestPki.PARTY_RSA);
        String other = Signed.by(CONTRACT, TestPki.PARTY_P384, TestPki.PARTY);

        for (String signed : List.of(one, other)) {
            assertThat(isValid(signed, 1)).isTrue();
            assertThat(isValid(signed, 2)).isTrue();
        }
    }

    @Test
    void aChangedContractIsNot() throws Exception {
        String changed = Signed.byBoth().replace("until=\"2035", "until=\"2036");

        assertThat(isValid(changed, 1)).isFalse();
        assertThat(isValid(changed, 2)).isFalse();
    }

    private boolean isValid(String signed, int signature) throws Exception {
        Path file = Files.writeString(folder.resolve("contract.xml"), signed);
        Path trusted = TestPki.pem(folder.resolve("ca.pem"), TestPki.AUTHORITY.certificate());
        Process process = new ProcessBuilder(
                        "xmlsec1",
                        "--verify",
                        "--trusted-pem",
                        trusted.toString(),
                        "--node-xpath",
                        "/*/*[local-name() = 'Signature'][" + signature + "]",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        assertThat(said).contains("SignedInfo References (ok/all): " + (code == 0 ? 1 : 0) + "/1");
        return code == 0;
    }
}
