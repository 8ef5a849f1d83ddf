package lt.mokiniai.exchange.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lt.mokiniai.platform.trust.CryptoProvider;
import lt.mokiniai.platform.trust.KeyAlgorithm;
import lt.mokiniai.platform.trust.RegisterKeys;
import lt.mokiniai.platform.trust.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTests {

    private static final char[] PASSWORD = "demo".toCharArray();

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path folder;

    @Test
    void readsTheRegistersKeys() {
        RegisterKeys keys = RegisterKeys.load(
                store(Map.of("ec", TestPki.REGISTER_EC, "rsa", TestPki.REGISTER_RSA)), PASSWORD, CLOCK);

        assertThat(keys.forAlgorithm(KeyAlgorithm.EC).certificate()).isEqualTo(TestPki.REGISTER_EC.certificate());
        assertThat(keys.forAlgorithm(KeyAlgorithm.RSA).certificate()).isEqualTo(TestPki.REGISTER_RSA.certificate());
        assertThat(keys.certificates())
                .extracting(X509Certificate::getSerialNumber)
                .containsExactlyInAnyOrder(
                        TestPki.REGISTER_EC.certificate().getSerialNumber(),
                        TestPki.REGISTER_RSA.certificate().getSerialNumber());
    }

    @Test
    void doesWithoutAnRsaKeyButNotWithoutAnEllipticOne() {
        RegisterKeys keys = RegisterKeys.load(store(Map.of("ec", TestPki.REGISTER_EC)), PASSWORD, CLOCK);

        assertThatIllegalArgumentException().isThrownBy(() -> keys.forAlgorithm(KeyAlgorithm.RSA));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegisterKeys.load(store(Map.of("rsa", TestPki.REGISTER_RSA)), PASSWORD, CLOCK))
                .withMessageContaining("'ec'");
    }

    @Test
    void refusesAKeyUnderTheNameOfAnother() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegisterKeys.load(store(Map.of("ec", TestPki.REGISTER_RSA)), PASSWORD, CLOCK))
                .withMessageContaining("EC");
    }

    @Test
    void refusesACertificateThatIsNotValidNowOfEitherKey() {
        TestPki.Pair expiredRsa = TestPki.issue(
                "CN=register",
                TestPki.rsa(2048),
                TestPki.AUTHORITY,
                TestPki.FROM,
                Instant.parse("2021-01-01T00:00:00Z"),
                TestPki.SIGNATURES,
                false);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegisterKeys.load(store(Map.of("ec", TestPki.EXPIRED)), PASSWORD, CLOCK))
                .withMessageContaining("The certificate of the register's key 'ec' ended on 2021-01-01T00:00Z")
                .withMessageContaining("keys.p12");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegisterKeys.load(store(Map.of("ec", TestPki.NOT_YET_VALID)), PASSWORD, CLOCK))
                .withMessageContaining("'ec' is not valid before 2098-01-01T00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        RegisterKeys.load(store(Map.of("ec", TestPki.REGISTER_EC, "rsa", expiredRsa)), PASSWORD, CLOCK))
                .withMessageContaining("'rsa' ended on 2021-01-01T00:00Z");
    }

    @Test
    void refusesAKeyThatIsNotTheOneOfItsCertificate() {
        for (TestPki.Pair pair : List.of(
                new TestPki.Pair(TestPki.PARTY.key(), TestPki.REGISTER_EC.certificate()),
                new TestPki.Pair(TestPki.PARTY_RSA.key(), TestPki.REGISTER_RSA.certificate()),
                new TestPki.Pair(TestPki.PARTY_RSA.key(), TestPki.REGISTER_EC.certificate()))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SigningKey.load(store(Map.of("ec", pair)), PASSWORD))
                    .withMessageContaining("the key 'ec' of")
                    .withMessageContaining("is not the one that its certificate was issued for");
        }
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
