package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lt.mokiniai.Thoroughness;
import lt.mokiniai.kernel.InstitutionCode;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A process that is killed, again and again, while it applies a full delivery: the next one goes on at the record where it was, and
 * nothing is applied twice.
 */
abstract class KilledIntakeContract {

    private static final int KILLS = Thoroughness.of(2, 20);
    private static final int PARTS = Thoroughness.of(1, 100);
    private static final int IN_A_PART = 1000;
    private static final int RECORDS = PARTS * IN_A_PART;
    private static final long SEED = 20261130;

    abstract Map<String, String> database();

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(database());
        settings.put("mokiniai.demo.students", "20");
        return settings;
    }

    @Test
    void whateverIsKilledEachRecordIsAppliedOnce() throws InterruptedException {
        Random random = new Random(SEED);
        List<String> codes = codes();
        for (int kill = 0; kill < KILLS; kill++) {
            try (ServerProcess server = ServerProcess.start(settings())) {
                for (int part = 0; part < PARTS && kill == 0; part++) {
                    Message message = message(part, codes.subList(part * IN_A_PART, (part + 1) * IN_A_PART));
                    assertThat(message.post(server.address(message.path()), "*/*")
                                    .statusCode())
                            .isEqualTo(200);
                }
                // The first turn comes ten seconds after the start.
                Instant end = Instant.now().plusMillis(10_000 + random.nextInt(3_000));
                await().atMost(Duration.ofMinutes(1)).until(() -> Instant.now().isAfter(end));
                server.kill();
            }
        }
        try (Register restarted = Register.startByTheTimeOfThisMachine(settings())) {
            JdbcClient jdbc = restarted.jdbc();
            await().atMost(Duration.ofMinutes(Thoroughness.of(10, 60)))
                    .until(() -> count(jdbc, "delivery WHERE series = 'killed' AND state = 'DONE'") == 1);
            assertThat(count(jdbc, "delivery_record WHERE outcome = 'APPLIED'")).isEqualTo(RECORDS);
            assertThat(count(jdbc, "delivery_record WHERE outcome <> 'APPLIED'"))
                    .isZero();
            assertThat(count(jdbc, "institution WHERE name LIKE 'Delivered %'")).isEqualTo(RECORDS);
        }
    }

    private static List<String> codes() {
        return IntStream.iterate(30_000_000, number -> number + 1)
                .mapToObj(number -> IntStream.range(0, 10)
                        .mapToObj(digit -> String.valueOf(number) + digit)
                        .filter(InstitutionCode.Kind.LEGAL_ENTITY::isCode)
                        .findFirst()
                        .orElseThrow())
                .limit(RECORDS)
                .toList();
    }

    private static Message message(int part, List<String> codes) {
        String content = "<m:delivery><m:kind>FULL</m:kind><m:series>killed</m:series><m:sequence>1</m:sequence>"
                + "<m:records>" + RECORDS + "</m:records><m:first>" + (part * IN_A_PART + 1)
                + "</m:first></m:delivery>"
                + codes.stream().map(KilledIntakeContract::institution).collect(Collectors.joining());
        Message message = Register.shared()
                .as("institutions")
                .asks("deliverInstitutions", content)
                .at(Instant.now());
        message.bytes();
        return message;
    }

    private static String institution(String code) {
        return "<m:institution>" + Client.institution(code)
                + "<m:name>Delivered " + code + "</m:name><m:type>BASIC_SCHOOL</m:type>"
                + "<m:founderKind>10</m:founderKind><m:municipality>19</m:municipality>"
                + "<m:registered>2000-01-01</m:registered></m:institution>";
    }

    private static int count(JdbcClient jdbc, String rows) {
        return jdbc.sql("SELECT COUNT(*) FROM " + rows).query(Integer.class).single();
    }
}
