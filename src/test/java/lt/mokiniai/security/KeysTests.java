package lt.mokiniai.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTests {

    private static final char[] PASSWORD = "demo".toCharArray();

    @TempDir
    Path folder;

    @Test
    void readsTheRegistersKeys() {
        RegisterKeys keys =
                RegisterKeys.load(store(Map.of("ec", TestPki.REGISTER_EC, "rsa", TestPki.REGISTER_RSA)), PASSWORD);

        assertThat(keys.forAlgorithm("EC").certificate()).isEqualTo(TestPki.REGISTER_EC.certificate());
        assertThat(keys.forAlgorithm("RSA").certificate()).isEqualTo(TestPki.REGISTER_RSA.certificate());
        assertThat(keys.certificates())
                .extracting(X509Certificate::getSerialNumber)
                .containsExactlyInAnyOrder(
                        TestPki.REGISTER_EC.certificate().getSerialNumber(),
                        TestPki.REGISTER_RSA.certificate().getSerialNumber());
    }

    @Test
    void doesWithoutAnRsaKeyButNotWithoutAnEllipticOne() {
        RegisterKeys keys = RegisterKeys.load(store(Map.of("ec", TestPki.REGISTER_EC)), PASSWORD);

        assertThatIllegalArgumentException().isThrownBy(() -> keys.forAlgorithm("RSA"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegisterKeys.load(store(Map.of("rsa", TestPki.REGISTER_RSA)), PASSWORD))
                .withMessageContaining("'ec'");
    }

    @Test
    void refusesAKeyUnderTheNameOfAnother() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegisterKeys.load(store(Map.of("ec", TestPki.REGISTER_RSA)), PASSWORD))
                .withMessageContaining("EC");
    }

    @Test
    void takesTheOnlyKeyOrTheNamedOne() {
        Path one = store(Map.of("party", TestPki.PARTY));
        assertThat(SigningKey.load(one, PASSWORD).certificate()).isEqualTo(TestPki.PARTY.certificate());

        Path two = store(Map.of("party", TestPki.PARTY, "other", TestPki.PARTY_RSA));
        assertThat(SigningKey.load(two, PASSWORD, "other").certificate()).isEqualTo(TestPki.PARTY_RSA.certificate());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.load(two, PASSWORD))
                .withMessageContaining("2 keys");
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.load(two, PASSWORD, "third"));
    }

    @Test
    void refusesAWrongPassword() {
        Path file = store(Map.of("party", TestPki.PARTY));

        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.load(file, "wrong".toCharArray()));
    }

    @Test
    void refusesKeysThatMessagesAreNotSignedWith() {
        assertThatIllegalArgumentException().isThrownBy(TestPki.PARTY_RSA_1024::signing);
        assertThatIllegalArgumentException().isThrownBy(TestPki.PARTY_P521::signing);
    }

    @Test
    void printsNoKey() {
        assertThat(TestPki.PARTY.signing()).hasToString("SigningKey[CN=party, O=Vilnius, C=LT]");
    }

    @Test
    void installsTheNativeProviderFirstWhereItIsPresentAndWorks() {
        String signing = CryptoProvider.install();

        assertThat(signing).isNotBlank();
        if (signing.startsWith("AmazonCorretto")) {
            assertThat(signing).startsWith(Security.getProviders()[0].getName());
        }
        assertThat(CryptoProvider.install()).isEqualTo(signing);
    }

    private Path store(Map<String, TestPki.Pair> keys) {
        return TestPki.keystore(folder.resolve("keys.p12"), "demo", keys);
    }
}
