package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lt.mokiniai.exchange.evidence.LoggedExchange;
import lt.mokiniai.kernel.PersonalCode;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Two parties on a pool of ten connections, on whatever database: one sends sixteen lists of 1,000 students at once, whose
 * work does not end, and the other is answered all the same.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SharedPlacesContract {

    private static final int LISTS = 16;
    private static final int LIST_LENGTH = 1_000;
    /** Of seven places four are for lists, and half of these for one party. */
    private static final int LISTS_AT_WORK = 2;

    private static final String LISTING = "municipality";
    private static final String READING = "benefits";

    private final ExecutorService senders = Executors.newCachedThreadPool();
    private Register register;

    /** The address of the database with its user; each register that is started on it is one more node. */
    abstract Map<String, String> database();

    @BeforeAll
    void start() {
        Map<String, String> settings = new HashMap<>(database());
        settings.put("spring.datasource.hikari.maximum-pool-size", "10");
        settings.put("spring.datasource.hikari.connection-timeout", "5000");
        settings.put("mokiniai.capacity.longest-wait", "1s");
        settings.put("management.server.port", "0");
        register = Register.start(settings);
    }

    @AfterAll
    void stop() {
        senders.shutdownNow();
        register.close();
    }

    @Test
    void listsOfOnePartyDoNotKeepAnotherFromItsSingleReads() throws Exception {
        List<Message> lists = Stream.generate(this::list).limit(LISTS).toList();
        List<Reply> refused = new ArrayList<>();
        List<Future<Reply>> atWork;
        try (Connection other = connection()) {
            // What has the place of their rows, and neither stays nor goes: so they hold their connections.
            other.setAutoCommit(false);
            for (Message list : lists) {
                takePlaceOf(list, other);
            }
            CompletionService<Reply> sent = new ExecutorCompletionService<>(senders);
            List<Future<Reply>> all =
                    lists.stream().map(list -> sent.submit(list::send)).toList();
            for (int i = 0; i < LISTS - LISTS_AT_WORK; i++) {
                Future<Reply> refusal = sent.poll(2, TimeUnit.MINUTES);
                assertThat(refusal).as("all others are refused").isNotNull();
                refused.add(refusal.get());
            }
            atWork = all.stream().filter(list -> !list.isDone()).toList();
            assertThat(atWork).hasSize(LISTS_AT_WORK);

            assertEveryReadIsAnswered(READING, 20);
            assertEveryReadIsAnswered(LISTING, 3);

            other.rollback();
        }
        for (Future<Reply> list : atWork) {
            assertThat(list.get(2, TimeUnit.MINUTES).status()).isEqualTo(200);
        }
        refused.forEach(this::assertRefusedForNow);
        assertIsCounted(LISTS - LISTS_AT_WORK);
        assertThat(refused.get(0).message().send().status()).isEqualTo(200);
    }

    private void assertEveryReadIsAnswered(String party, int reads) throws Exception {
        List<Future<Reply>> sent = new ArrayList<>();
        ExecutorService three = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < reads; i++) {
                sent.add(three.submit(() ->
                        register.as(party).getStudent(DemoCast.KAUNAS_STUDENT).send()));
            }
            for (Future<Reply> reply : sent) {
                Reply answer = reply.get(2, TimeUnit.MINUTES);
                assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            }
        } finally {
            three.shutdownNow();
        }
    }

    private void assertRefusedForNow(Reply refusal) {
        assertThat(refusal.code()).isEqualTo(ExchangeError.OVERLOADED.code());
        assertThat(refusal.fault("retryable")).isEqualTo("true");
        assertThat(refusal.retryAfter())
                .hasValueSatisfying(
                        seconds -> assertThat(Integer.parseInt(seconds)).isPositive());
        refusal.verify();
        LoggedExchange logged = refusal.logged();
        assertThat(logged.result().faultCode()).contains(ExchangeError.OVERLOADED.code());
        assertThat(logged.request()).isEqualTo(refusal.message().bytes());
        assertThat(register.jdbc()
                        .sql("SELECT COUNT(*) FROM accepted_message WHERE replay_key = ?")
                        .param(logged.party().orElseThrow() + " "
                                + refusal.message().id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void assertIsCounted(int refusals) throws Exception {
        assertThat(register.bean(MeterRegistry.class)
                        .get("mokiniai.capacity.refused")
                        .tag("places", "exchanges")
                        .functionCounter()
                        .count())
                .isEqualTo(refusals);
        HttpResponse<String> health = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(register.management("/actuator/health/load"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"refused\":" + refusals, "\"listsAtWork\":0", "\"refusalsWithoutARow\":0");
    }

    private Message list() {
        String entries = IntStream.range(0, LIST_LENGTH)
                .mapToObj(
                        i -> PersonalCode.completing("5940314%03d".formatted(i)).value())
                .map(code -> "<m:entry>" + Client.person(code) + "</m:entry>")
                .collect(Collectors.joining());
        Message list = register.as(LISTING).asks("resolveStudents", entries);
        list.bytes();
        return list;
    }

    private Connection connection() throws SQLException {
        Map<String, String> database = database();
        return DriverManager.getConnection(
                database.get("spring.datasource.url"),
                database.get("spring.datasource.username"),
                database.getOrDefault("spring.datasource.password", ""));
    }

    private void takePlaceOf(Message message, Connection other) throws SQLException {
        Reply model = register.as(LISTING).getStudent(DemoCast.KAUNAS_STUDENT).send();
        try (PreparedStatement insert =
                other.prepareStatement("INSERT INTO accepted_message (replay_key, key_month) VALUES (?, '2026-11')")) {
            insert.setString(1, model.logged().party().orElseThrow() + " " + message.id());
            assertThat(insert.executeUpdate()).isOne();
        }
    }
}
