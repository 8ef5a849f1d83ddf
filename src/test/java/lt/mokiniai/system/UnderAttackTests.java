package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import lt.mokiniai.Thoroughness;
import lt.mokiniai.exchange.evidence.PostgresServer;
import lt.mokiniai.system.Attack.Sender;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A server of a small heap with the limits that the product comes with, whatever an unknown sender or one greedy party can
 * do to it at once, and a party that asks on all the time. Where tests are thorough it lasts ten minutes; in every build
 * until each attacker had some answers.
 */
class UnderAttackTests {

    private static final String HEAP = Thoroughness.isThorough() ? "700m" : "320m";
    private static final Duration LASTS = Thoroughness.isThorough() ? Duration.ofMinutes(10) : Duration.ZERO;
    private static final int LARGE = 60;
    private static final int LISTING = Thoroughness.of(6, 16);
    private static final int SLOW = Thoroughness.of(60, 200);

    private static final long MEGABYTE = 1024 * 1024;
    private static final long ROWS_A_MINUTE = 60;
    /** What a kept row takes: what was kept of the message, its fault, its places in indexes, what a page leaves free. */
    private static final long UNKNOWN_ROW_BYTES = 24_000;
    /** A list of 1,000 is kept whole. */
    private static final long ROW_BYTES = 400_000;
    /** Of one call, however many others come meanwhile. */
    private static final long SERVICE_LOG_BYTES = 2_000;

    @Test
    void everyValidCallIsAnsweredMemoryIsBackAndTheLogGrowsByWhatWasAllowed() {
        String url = PostgresServer.newDatabase("attacked");
        JdbcClient database = JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
        try (ServerProcess server = ServerProcess.start(HEAP, settings(url))) {
            for (int call = 0; call < 20; call++) {
                assertIsAnswered(server);
            }
            long heap = server.heldByHeap();
            long bytes = size(database);
            long said = server.bytesSaid();

            long calls = 0;
            long began = System.nanoTime();
            Attack attack = Attack.on(server, LARGE, LISTING, SLOW);
            try (attack) {
                while (System.nanoTime() - began < LASTS.toNanos() || !hasBegun(attack)) {
                    assertIsAnswered(server);
                    calls++;
                }
            }
            long minutes = Duration.ofNanos(System.nanoTime() - began).toMinutes();
            assertIsAnswered(server);

            long unknown = count(database, "unknown_message");
            long known = count(database, "message_log");
            long grown = size(database) - bytes;
            long heapAfter = server.heldByHeap();
            System.out.printf(
                    "%d valid calls in %d min; heap %d MB, then %d MB; database +%.1f MB: %d rows of unknown senders, %d"
                            + " others; service log +%.1f kB; %s%n",
                    calls,
                    minutes,
                    heap / MEGABYTE,
                    heapAfter / MEGABYTE,
                    grown / 1e6,
                    unknown,
                    known,
                    (server.bytesSaid() - said) / 1e3,
                    attack.told());

            assertThat(heapAfter).isLessThan(heap + 40 * MEGABYTE);
            assertThat(unknown).isBetween(1L, ROWS_A_MINUTE * (minutes + 2));
            assertThat(grown).isLessThan(2 * MEGABYTE + unknown * UNKNOWN_ROW_BYTES + known * ROW_BYTES);
            assertThat(server.bytesSaid() - said).isLessThan(known * SERVICE_LOG_BYTES);
            assertThat(attack.told().get(Sender.LARGE))
                    .containsKey("MR-903")
                    .doesNotContainKeys("answered", "MR-901", "MR-902");
            assertThat(attack.told().get(Sender.NESTED)).doesNotContainKeys("answered", "MR-901", "MR-902");
            assertThat(attack.told().get(Sender.LISTING).keySet()).isSubsetOf("answered", "MR-903");
        }
    }

    private static boolean hasBegun(Attack attack) {
        return attack.countOf(Sender.LARGE) >= 2 * LARGE
                && attack.countOf(Sender.NESTED) >= 4
                && attack.countOf(Sender.LISTING) >= LISTING;
    }

    private static void assertIsAnswered(ServerProcess server) {
        Message message = AttackMessages.good();
        HttpResponse<byte[]> response = message.post(server.address(message.path()), "*/*");
        assertThat(response.statusCode())
                .as(new String(response.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
    }

    /** The limits that the product comes with (docs/quickstart-operator.md), where tests have others. */
    private static Map<String, String> settings(String url) {
        Map<String, String> settings = new HashMap<>(PostgresServer.settings(url, 300));
        settings.putAll(Map.of(
                "mokiniai.evidence.unknown-senders.rows-a-minute", String.valueOf(ROWS_A_MINUTE),
                "mokiniai.capacity.waiting", "32",
                "mokiniai.capacity.longest-wait", "2s",
                "mokiniai.capacity.longest-wait-for-a-row", "2s"));
        return settings;
    }

    private static long size(JdbcClient database) {
        return database.sql("SELECT pg_database_size(current_database())")
                .query(Long.class)
                .single();
    }

    private static long count(JdbcClient database, String table) {
        return database.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
    }
}
