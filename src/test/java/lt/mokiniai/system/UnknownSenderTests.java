package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import lt.mokiniai.exchange.evidence.PostgresServer;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Large messages of unknown senders come one after the other, and valid ones between them; on a real PostgreSQL. */
class UnknownSenderTests {

    private static final int POSTS = 60;
    private static final int ROWS_A_MINUTE = 7;
    private static final int POST_BYTES = 2_000_000;
    /** What a kept message may take with its fault, its index entries and what a page leaves free. */
    private static final long ROW_BYTES = 24_000;

    @Test
    void whatTheySendTakesABoundedPlaceAndNobodyElseIsConcerned() throws Exception {
        String url = PostgresServer.newDatabase("unknown");
        JdbcClient database = JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
        try (Register register = Register.start(settings(url))) {
            assertThat(valid(register).status()).isEqualTo(200);
            long before = size(database);

            post(register);

            long kept = count(database, "unknown_message");
            assertThat(kept).isBetween((long) ROWS_A_MINUTE, 10L * ROWS_A_MINUTE);
            assertThat(size(database) - before).isLessThan(1_000_000 + kept * ROW_BYTES);
            assertThat(database.sql("SELECT MIN(request_length) FROM unknown_message")
                            .query(Integer.class)
                            .single())
                    .isGreaterThan(POST_BYTES);
        }
        // What is not kept is counted, and the count is there after the service has ended.
        long rows = count(database, "unknown_message");
        long counted = database.sql("SELECT SUM(messages) FROM unlogged_count")
                .query(Long.class)
                .single();
        assertThat(rows + counted).isEqualTo(POSTS);
    }

    private static Map<String, String> settings(String url) {
        Map<String, String> settings = new HashMap<>(PostgresServer.settings(url, 20));
        settings.put("mokiniai.evidence.unknown-senders.rows-a-minute", String.valueOf(ROWS_A_MINUTE));
        return settings;
    }

    /** Four senders at once; each sends a valid message after five of the others. */
    private static void post(Register register) throws Exception {
        byte[] noise = new byte[POST_BYTES * 3 / 4];
        new Random(1).nextBytes(noise);
        String text = Base64.getEncoder().encodeToString(noise);
        ExecutorService senders = Executors.newFixedThreadPool(4);
        try {
            for (Future<?> sent : IntStream.range(0, POSTS)
                    .<Future<?>>mapToObj(i -> senders.submit(() -> {
                        assertThat(large(register, text).send().code()).startsWith("MR-");
                        if (i % 5 == 0) {
                            assertAnsweredAndLoggedWhole(register);
                        }
                    }))
                    .toList()) {
                sent.get();
            }
        } finally {
            senders.shutdownNow();
        }
    }

    private static Message large(Register register, String text) {
        return register.as("benefits")
                .getStudent(DemoCast.KAUNAS_STUDENT)
                .unsigned()
                .raw(bytes -> new String(bytes, StandardCharsets.UTF_8)
                        .replace("<soap:Body>", "<soap:Body><!--" + text + "-->")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static void assertAnsweredAndLoggedWhole(Register register) {
        Reply reply = valid(register);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.logged().request()).isEqualTo(reply.message().bytes());
        assertThat(reply.logged().isRequestCut()).isFalse();
    }

    private static Reply valid(Register register) {
        return register.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT).send();
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
