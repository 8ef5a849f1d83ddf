package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lt.mokiniai.exchange.evidence.PostgresServer;
import lt.mokiniai.exchange.keys.TestKeys;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.tools.command.Commands;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The master key is replaced under two nodes, on a real PostgreSQL, by the command. */
@ExtendWith(OutputCaptureExtension.class)
class RotatedKeyTests {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Path FOLDER = Path.of("target", "exchange", "rotated").toAbsolutePath();
    private static final Path OF_ONE = FOLDER.resolve("one.key");
    private static final Path OF_OTHER = FOLDER.resolve("other.key");
    private static final Path NEXT = FOLDER.resolve("next.key");
    private static final String URL = PostgresServer.newDatabase("rotated");

    private static Register one;
    private static Register other;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(FOLDER);
        put((byte) 1, OF_ONE);
        put((byte) 1, OF_OTHER);
        put((byte) 2, NEXT);
        one = start(OF_ONE);
        other = start(OF_OTHER);
    }

    @AfterAll
    static void stop() {
        other.close();
        one.close();
    }

    @Test
    void nodesGoOnAndPseudonymsQuotasAndTheLogStayTheSame(CapturedOutput output) throws IOException {
        List<String> pseudonyms = pseudonyms(one);
        Reply before = one.as("metered").getStudent(DemoCast.KAUNAS_STUDENT).send();
        assertThat(before.status()).as(before.toString()).isEqualTo(200);
        assertThat(get(other, "/actuator/health/keys").statusCode()).isEqualTo(200);

        Commands.Outcome rotated = Commands.run(
                "key",
                "rotate",
                "--to",
                NEXT.toString(),
                "--mokiniai.key.master=" + OF_ONE,
                "--spring.datasource.url=" + URL,
                "--spring.datasource.username=postgres");
        assertThat(rotated.err()).isEmpty();
        assertThat(rotated.code()).isZero();
        assertThat(rotated.out()).contains("1 keys of months and", "Put it into the place of " + OF_ONE);

        awaitHealth(other, "OLD_KEY");
        HttpResponse<String> health = get(other, "/actuator/health");
        assertThat(health.statusCode()).as("it is fit to answer").isEqualTo(200);
        assertThat(health.body()).contains("\"status\":\"OLD_KEY\"").doesNotContain(OF_OTHER.toString());
        assertThat(get(other, "/actuator/health/keys").statusCode())
                .as("an alarm")
                .isEqualTo(503);
        assertThat(pseudonyms(other)).isEqualTo(pseudonyms);

        Files.copy(NEXT, OF_ONE, StandardCopyOption.REPLACE_EXISTING);
        awaitHealth(one, "UP");
        assertThat(output.getOut()).contains("The master key was replaced; the new one is read from " + OF_ONE);
        assertThat(pseudonyms(one)).isEqualTo(pseudonyms);
        assertThat(one.as("metered").getStudent(DemoCast.VILNIUS_STUDENT).send().code())
                .as("the student of before is counted")
                .isEqualTo(ExchangeError.STUDENTS_A_MONTH.code());

        assertThatThrownBy(() -> start(OF_OTHER).close()).hasStackTraceContaining("is not the one that the keys");
        assertThat(output.getAll())
                .contains("Description:", "The master key in " + OF_OTHER + " is not the one")
                .doesNotContain("\tat ");
        try (Register restarted = start(OF_ONE)) {
            assertThat(pseudonyms(restarted)).isEqualTo(pseudonyms);
            assertThat(restarted.log().find(before.number()).orElseThrow().response())
                    .isEqualTo(before.bytes());
        }
    }

    private static Register start(Path master) {
        Map<String, String> settings = new HashMap<>(PostgresServer.settings(URL, 60));
        settings.putAll(Map.of(
                "mokiniai.key.master", master.toString(),
                "mokiniai.key.look-every", "50ms",
                "management.server.port", "0"));
        return Register.start(settings);
    }

    private static List<String> pseudonyms(Register node) {
        Reply reply = one.as("statistics")
                .asks("findStudents", "<m:criteria/><m:pageSize>50</m:pageSize>")
                .send(node);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        List<String> pseudonyms = Xml.children(reply.content(), "student").stream()
                .map(student ->
                        Xml.child(Xml.child(student, "identity"), "pseudonym").getTextContent())
                .toList();
        assertThat(pseudonyms).hasSizeGreaterThan(10);
        return pseudonyms;
    }

    private static void awaitHealth(Register node, String status) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get(node, "/actuator/health").body().contains("\"status\":\"" + status + "\""));
    }

    private static HttpResponse<String> get(Register node, String path) {
        URI address = node.management(path);
        try {
            return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void put(byte filling, Path file) throws IOException {
        Files.copy(TestKeys.file(filling), file, StandardCopyOption.REPLACE_EXISTING);
    }
}
