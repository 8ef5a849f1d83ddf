package lt.mokiniai.platform.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lt.mokiniai.exchange.security.TestPki;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SecurityPropertiesTests {

    @TempDir
    Path folder;

    private final List<String> settings = new ArrayList<>();

    @BeforeEach
    void writeFiles() {
        TestPki.pem(folder.resolve("ca.crt"), TestPki.AUTHORITY.certificate());
        TestPki.pem(
                folder.resolve("ca.crl"), TestPki.crl(TestPki.AUTHORITY, TestPki.FROM, TestPki.TO, TestPki.REVOKED));
        TestPki.keystore(folder.resolve("register.p12"), "demo", Map.of("ec", TestPki.REGISTER_EC));
        settings.add("mokiniai.security.trusted-authorities=" + folder.resolve("ca.crt"));
        settings.add("mokiniai.security.crls=" + folder.resolve("ca.crl"));
        settings.add("mokiniai.security.keystore=" + folder.resolve("register.p12"));
        settings.add("mokiniai.security.keystore-password=demo");
        settings.add("mokiniai.security.party-certificates=" + folder);
    }

    @Test
    void startsWithWhatItIsGiven() {
        runner().run(context -> {
            assertThat(context).hasSingleBean(RegisterKeys.class).hasSingleBean(TrustedAuthorities.class);
            assertThat(context.getBean(RevocationLists.class).loaded()).isOne();
            SecurityProperties properties = context.getBean(SecurityProperties.class);
            assertThat(properties.revocation()).isEqualTo(RevocationLists.Policy.HARD);
            assertThat(properties.toString()).doesNotContain("demo");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"trusted-authorities", "crls", "keystore", "keystore-password"})
    void doesNotStartWithout(String setting) {
        settings.removeIf(line -> line.startsWith("mokiniai.security." + setting + "="));

        assertFailsNaming(setting);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timestamp-lifetime=6m",
                "timestamp-lifetime=0s",
                "future-tolerance=61s",
                "crl-refresh=0s",
                "crl-grace=-1s",
                "certificate-warning=-1s"
            })
    void doesNotStartWithAWeakOrSenselessSetting(String setting) {
        settings.add("mokiniai.security." + setting);

        assertFailsNaming(setting.substring(0, setting.indexOf('=')));
    }

    @Test
    void startsWithoutRevocationListsOnlyWhereThatIsChosen() {
        settings.removeIf(line -> line.startsWith("mokiniai.security.crls="));
        settings.add("mokiniai.security.revocation=soft");

        runner().run(context -> assertThat(context).hasNotFailed());
    }

    private void assertFailsNaming(String setting) {
        runner().run(context ->
                assertThat(context).getFailure().rootCause().hasMessageContaining("mokiniai.security." + setting));
    }

    private ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withBean("messageClock", Clock.class, Clock::systemUTC)
                .withUserConfiguration(TrustConfiguration.class)
                .withPropertyValues(settings.toArray(String[]::new));
    }
}
