package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import lt.mokiniai.exchange.security.TestPki;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The register's own certificates come to their ends: that of EC in ten days, that of RSA in twenty. */
@ExtendWith(OutputCaptureExtension.class)
class RegisterCertificateTests {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private static Path folder;

    private static Register register;

    private static Register register() {
        if (register == null) {
            register = start(
                    TestPki.keystore(
                            folder.resolve("ending.p12"),
                            "demo",
                            Map.of(
                                    "ec", endingIn(10, TestPki.ec("secp256r1")),
                                    "rsa", endingIn(20, TestPki.rsa(2048)))),
                    "14d");
        }
        return register;
    }

    @AfterEach
    void reset() {
        new Sandbox(register()).post("clock/reset");
    }

    @AfterAll
    static void stop() {
        register.close();
    }

    @Test
    void healthWarnsBeforeAndIsDownAfterAndNothingIsSignedWithAnEndedCertificate() {
        assertThat(health("").statusCode()).as("it is fit to answer").isEqualTo(200);
        assertThat(health("").body()).contains("\"status\":\"CERTIFICATE_ENDS\"");
        assertThat(health("/keys").statusCode()).as("an alarm").isEqualTo(503);
        assertThat(health("/keys").body()).contains("validUntil");

        Instant later = after(11);
        assertThat(health("").statusCode()).isEqualTo(503);
        assertThat(health("/keys").body())
                .contains("\"status\":\"DOWN\"", "The certificate of the register's key 'ec' ended on");
        int counted = counted();
        Reply refused = metered().at(later).send();
        assertThat(refused.code()).as(refused.toString()).isEqualTo(ExchangeError.INTERNAL.code());
        assertThat(refused.isSigned()).isFalse();
        assertThat(refused.fault("retryable")).isEqualTo("true");
        RefusalTests.assertIsInTheLog(refused, ExchangeError.INTERNAL);
        assertThat(counted()).as("nothing was counted").isEqualTo(counted);
        Reply byRsa = ticketing().at(later).send();
        assertThat(byRsa.code()).isEqualTo(ExchangeError.OPERATION_NOT_GRANTED.code());
        assertThat(byRsa.isSigned()).as("the other key is still good").isTrue();

        later = after(21 - 11);
        byRsa = ticketing().at(later).send();
        assertThat(byRsa.code()).isEqualTo(ExchangeError.INTERNAL.code());
        assertThat(byRsa.isSigned()).isFalse();

        new Sandbox(register()).post("clock/reset");
        assertThat(metered().send().status()).isEqualTo(200);
    }

    @Test
    void aStartWithACertificateThatIsNotValidOrNotOfItsKeyIsRefused(CapturedOutput output) {
        register();
        TestPki.Pair good = endingIn(100, TestPki.ec("secp256r1"));
        Map<String, TestPki.Pair> stores = Map.of(
                "The certificate of the register's key 'ec' ended on 2021-01-01T00:00Z", TestPki.EXPIRED,
                "The certificate of the register's key 'ec' is not valid before 2098-01-01T00:00Z",
                        TestPki.NOT_YET_VALID,
                "is not the one that its certificate was issued for",
                        new TestPki.Pair(TestPki.PARTY.key(), good.certificate()));
        stores.forEach((reason, pair) -> {
            Path keystore = TestPki.keystore(folder.resolve("bad.p12"), "demo", Map.of("ec", pair));
            assertThatThrownBy(() -> start(keystore, "14d").close()).hasStackTraceContaining(reason);
            assertThat(output.getAll())
                    .contains("Description:", reason, keystore.toString())
                    .doesNotContain("\tat ");
        });
    }

    private static Register start(Path keystore, String warning) {
        return Register.start(Map.of(
                "spring.datasource.url",
                "jdbc:h2:mem:register-certificate;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
                "mokiniai.demo.students",
                "20",
                "mokiniai.security.keystore",
                keystore.toString(),
                "mokiniai.security.certificate-warning",
                warning,
                "management.server.port",
                "0"));
    }

    private static TestPki.Pair endingIn(int days, KeyPair keys) {
        Instant now = Instant.now();
        return TestPki.issue(
                "CN=register",
                keys,
                TestPki.AUTHORITY,
                now.minus(Duration.ofDays(1)),
                now.plus(Duration.ofDays(days)),
                TestPki.SIGNATURES,
                false);
    }

    /** Moves the clock that judges certificates so many days on, and tells what it shows. */
    private static Instant after(int days) {
        return new Sandbox(register()).post("clock/messages?by=P" + days + "D").now("messages");
    }

    private static Message metered() {
        return register().as("metered").getStudent(DemoCast.KAUNAS_STUDENT);
    }

    /** A party whose answers are signed by RSA; it may not ask this. */
    private static Message ticketing() {
        return register().as("ticketing").getStudent(DemoCast.KAUNAS_STUDENT);
    }

    private static int counted() {
        return register()
                .jdbc()
                .sql("SELECT COALESCE(SUM(day_used), 0) + (SELECT COUNT(*) FROM message_student) FROM quota_message")
                .query(Integer.class)
                .single();
    }

    private static HttpResponse<String> health(String group) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(register().management("/actuator/health" + group))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
