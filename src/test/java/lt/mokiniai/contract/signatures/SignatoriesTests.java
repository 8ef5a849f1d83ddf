package lt.mokiniai.contract.signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import lt.mokiniai.exchange.security.TestPki;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatoriesTests {

    @TempDir
    private Path folder;

    @Test
    void readsPemAndDerByTheInstitutionInTheName() throws Exception {
        TestPki.pem(folder.resolve("190000008.crt"), TestPki.PARTY.certificate());
        TestPki.pem(folder.resolve("190000008-vardenis.pem"), TestPki.PARTY_RSA.certificate());
        Files.write(
                folder.resolve("190000039-director.der"),
                TestPki.PARTY.certificate().getEncoded());
        Files.writeString(folder.resolve("README.txt"), "whoever stands here may sign");

        Signatories trusted = Signatories.load(folder);

        assertThat(trusted.institutionsOf(TestPki.PARTY.certificate()))
                .containsExactlyInAnyOrder("190000008", "190000039");
        assertThat(trusted.institutionsOf(TestPki.PARTY_RSA.certificate())).containsExactly("190000008");
        assertThat(trusted.institutionsOf(TestPki.PARTY_P384.certificate())).isEmpty();
    }

    /** A contract outlives certificates, and a signature's time proves nothing. */
    @Test
    void trustsACertificateThatHasExpired() {
        TestPki.pem(folder.resolve("190000008.crt"), TestPki.EXPIRED.certificate());

        assertThat(Signatories.load(folder).institutionsOf(TestPki.EXPIRED.certificate()))
                .containsExactly("190000008");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"director.crt", "19000000.crt", "190000009.crt", "190000008director.crt", "190000008.2.pem"})
    void wantsAnInstitutionCodeInTheName(String name) {
        TestPki.pem(folder.resolve(name), TestPki.PARTY.certificate());

        assertThatThrownBy(() -> Signatories.load(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name + " is not named by an institution code")
                .hasMessageContaining("190000008.crt");
    }

    @Test
    void wantsOneCertificateInAFile() throws Exception {
        Path file = folder.resolve("190000008.crt");
        TestPki.pem(file, TestPki.PARTY.certificate(), TestPki.AUTHORITY.certificate());
        assertThatThrownBy(() -> Signatories.load(folder))
                .hasMessageContaining("190000008.crt must hold one certificate");

        Files.writeString(file, "nothing");
        assertThatThrownBy(() -> Signatories.load(folder))
                .hasMessageContaining("190000008.crt must hold one certificate");
    }

    @Test
    void wantsAKeyWhoseSignaturesAreTaken() {
        TestPki.pem(folder.resolve("190000008.crt"), TestPki.PARTY_P521.certificate());

        assertThatThrownBy(() -> Signatories.load(folder))
                .hasMessageContaining("190000008.crt has a key whose signatures are not taken")
                .hasMessageContaining("P-256");
    }

    @Test
    void wantsAFolderWithSomebody() {
        assertThatThrownBy(() -> Signatories.load(folder)).hasMessageContaining("holds no certificate");
        assertThatThrownBy(() -> Signatories.load(folder.resolve("missing")))
                .hasMessageContaining("there is no folder")
                .hasMessageContaining("mokiniai.contract.signatories");
    }
}
