package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A node whose key of the month is lost answers nothing, says so, and goes on when the key is there again. */
class LostKeyTests {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Register REGISTER = Register.start(Map.of(
            "spring.datasource.url",
            "jdbc:h2:mem:lost-key;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
            "mokiniai.demo.students",
            "20",
            "mokiniai.key.look-every",
            "20ms",
            "management.server.port",
            "0"));

    @AfterAll
    static void stop() {
        REGISTER.close();
    }

    @Test
    void nothingIsAnsweredWhileTheKeyOfTheMonthIsNotThere() {
        Message message = REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT);
        assertThat(REGISTER.as("benefits")
                        .getStudent(DemoCast.KAUNAS_STUDENT)
                        .send()
                        .status())
                .isEqualTo(200);
        byte[] wrapped = REGISTER.jdbc()
                .sql("SELECT wrapped_key FROM log_key")
                .query((row, number) -> row.getBytes(1))
                .single();
        int rows = rows();

        try (LogLines lines = new LogLines()) {
            REGISTER.jdbc().sql("UPDATE log_key SET wrapped_key = NULL").update();
            await().atMost(Duration.ofSeconds(60)).until(() -> health("").statusCode() == 503);
            assertThat(health("").body()).contains("\"status\":\"DOWN\"").doesNotContain("log_key");
            assertThat(health("/keys").body()).contains("\"status\":\"DOWN\"", "in the table log_key was destroyed");
            Reply refused = message.send();
            assertThat(refused.code()).isEqualTo(ExchangeError.INTERNAL.code());
            assertThat(refused.fault("retryable")).isEqualTo("true");
            assertThat(refused.isSigned()).isFalse();
            assertThat(rows()).isEqualTo(rows);
            assertThat(lines.text()).contains("Nothing is answered: The key of ", "Put the row back from a backup");
        }

        REGISTER.jdbc().sql("UPDATE log_key SET wrapped_key = ?").param(wrapped).update();
        await().atMost(Duration.ofSeconds(60)).until(() -> health("").statusCode() == 200);
        assertThat(message.send().status()).isEqualTo(200);
    }

    private static int rows() {
        return REGISTER.jdbc()
                .sql("SELECT COUNT(*) FROM message_log")
                .query(Integer.class)
                .single();
    }

    private static HttpResponse<String> health(String group) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(REGISTER.management("/actuator/health" + group))
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
