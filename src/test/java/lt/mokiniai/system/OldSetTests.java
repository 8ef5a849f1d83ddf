package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import lt.mokiniai.contract.files.folder.FileSet;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A node that cannot take the set in force says so to its operator, and goes on under the one that it has. */
class OldSetTests {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Register REGISTER = Register.start(Map.of(
            "spring.datasource.url",
            "jdbc:h2:mem:old-set;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
            "mokiniai.demo.students",
            "20",
            "mokiniai.contract.look-every",
            "20ms",
            "management.server.port",
            "0"));

    @AfterAll
    static void stop() {
        REGISTER.close();
    }

    @Test
    void aNodeThatCannotTakeTheSetInForceSaysSoAndAnswersUnderTheOldOne() throws Exception {
        HttpResponse<String> before = get("/actuator/health");
        assertThat(before.statusCode()).isEqualTo(200);
        assertThat(before.body()).contains("\"status\":\"UP\"");
        String oldSet = setOf(answered());
        assertThat(get("/actuator/health/sets").body()).contains("\"status\":\"UP\"", oldSet);

        String newSet = unsignedSetOfAnotherNode();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> get("/actuator/health/sets").body().contains("OLD_SET"));

        HttpResponse<String> health = get("/actuator/health");
        assertThat(health.statusCode()).as("it is fit to answer").isEqualTo(200);
        assertThat(health.body()).contains("\"status\":\"OLD_SET\"").doesNotContain(oldSet, newSet, "otherNodes");
        HttpResponse<String> sets = get("/actuator/health/sets");
        assertThat(sets.statusCode()).as("an alarm").isEqualTo(503);
        assertThat(sets.body())
                .contains(
                        "\"status\":\"OLD_SET\"",
                        "\"set\":\"" + oldSet + "\"",
                        "otherNodes",
                        "benefits.xml:",
                        "has not signed");
        assertThat(setOf(answered())).isEqualTo(oldSet);
    }

    private static Reply answered() {
        Reply reply =
                REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT).send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply;
    }

    private static String setOf(Reply reply) {
        return reply.logged().asked().contractSet().orElseThrow();
    }

    /** Puts a set into force as a node does that takes unsigned contracts; gives its hash. */
    private static String unsignedSetOfAnotherNode() throws IOException {
        byte[] content = Files.readAllBytes(Path.of("contracts", "MR-2026-001-benefits.xml"));
        FileSet files = FileSet.of(Map.of("benefits.xml", content));
        String hash = files.hash();
        REGISTER.jdbc()
                .sql("INSERT INTO contract_text (file_digest, content) VALUES (?, ?)")
                .params(files.digests().get("benefits.xml"), content)
                .update();
        REGISTER.jdbc()
                .sql("INSERT INTO contract_set (set_hash, manifest) VALUES (?, ?)")
                .params(hash, files.manifest().getBytes(StandardCharsets.UTF_8))
                .update();
        REGISTER.jdbc()
                .sql("INSERT INTO contract_activation (id, set_hash, activated_at, node)"
                        + " VALUES ((SELECT MAX(id) + 1 FROM contract_activation), ?, ?, 'another')")
                .params(hash, Instant.now().atOffset(ZoneOffset.UTC))
                .update();
        return hash;
    }

    private static HttpResponse<String> get(String path) {
        try {
            return HTTP.send(HttpRequest.newBuilder(REGISTER.management(path)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
