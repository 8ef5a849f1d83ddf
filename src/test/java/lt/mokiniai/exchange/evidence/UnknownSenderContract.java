package lt.mokiniai.exchange.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import lt.mokiniai.exchange.evidence.LoggedExchange.Outcome;
import lt.mokiniai.kernel.faults.ExchangeError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of messages whose sender is not known, on whatever database it is kept. */
abstract class UnknownSenderContract {

    private static final Instant NOON = Instant.parse("2026-11-30T10:00:00Z");
    private static final byte[] FAULT = "<fault/>".getBytes(StandardCharsets.UTF_8);
    private static final byte[] LARGE = new byte[2 * 1024 * 1024];

    static {
        new Random(1).nextBytes(LARGE);
    }

    private JdbcClient jdbc;

    abstract DataSource database();

    @BeforeEach
    void nothingIsKept() {
        jdbc = JdbcClient.create(database());
        Stream.of("unknown_message", "unlogged_count", "message_log")
                .forEach(table -> jdbc.sql("DELETE FROM " + table).update());
        jdbc.sql("UPDATE unknown_message_place SET minute_at = ?, minute_used = 0, place = 0")
                .param(NOON.minusSeconds(3600).atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void keepsLengthDigestFirstBytesAndReason() {
        LogNode node = node(10, 10, NOON);
        String receipt = refused(node, LARGE, ExchangeError.SIGNATURE_INVALID);

        LoggedExchange kept = node.log.find(receipt).orElseThrow();
        assertThat(kept.request()).isEqualTo(Arrays.copyOf(LARGE, 4096));
        assertThat(kept.isRequestCut()).isTrue();
        assertThat(kept.sent().length()).isEqualTo(LARGE.length);
        assertThat(kept.sent().digest()).isEqualTo(HexFormat.of().formatHex(MessageLog.digest(LARGE)));
        assertThat(kept.result().faultCode()).contains("MR-202");
        assertThat(kept.result().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(kept.party()).isEmpty();
        assertThat(kept.response()).isEqualTo(FAULT);
        assertThat(kept.given().isCut()).isFalse();
        assertThat(count("message_log")).isZero();
    }

    @Test
    void keepsAShortMessageWhole() {
        LogNode node = node(10, 10, NOON);
        byte[] exact = Arrays.copyOf(LARGE, 4096);
        LoggedExchange kept =
                node.log.find(refused(node, exact, ExchangeError.NOT_SIGNED)).orElseThrow();
        assertThat(kept.request()).isEqualTo(exact);
        assertThat(kept.isRequestCut()).isFalse();
    }

    @Test
    void keepsNothingInTheClear() {
        LogNode node = node(10, 10, NOON);
        byte[] secret = "59403149013".repeat(200).getBytes(StandardCharsets.UTF_8);
        refused(node, secret, ExchangeError.NOT_SIGNED);
        byte[] kept = jdbc.sql("SELECT request FROM unknown_message")
                .query((row, number) -> row.getBytes(1))
                .single();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("594031");
    }

    @Test
    void keepsNoMoreOfAMinuteThanTheSettingAndCountsTheOthers() {
        LogNode node = node(3, 100, NOON);
        refused(node, 5, ExchangeError.NOT_SIGNED);
        refused(node, 4, ExchangeError.NOT_XML);
        assertThat(count("unknown_message")).isEqualTo(3);
        node.counts.write();
        assertThat(counts()).isEqualTo(Map.of("MR-201", 2L, "MR-101", 4L));

        LogNode aMinuteLater = node(3, 100, NOON.plusSeconds(60));
        refused(aMinuteLater, 4, ExchangeError.NOT_SIGNED);
        assertThat(count("unknown_message")).isEqualTo(6);
        aMinuteLater.counts.write();
        assertThat(counts()).isEqualTo(Map.of("MR-201", 3L, "MR-101", 4L));
        assertThat(count("unlogged_count")).isEqualTo(3);
    }

    @Test
    void theLimitOfAMinuteIsThatOfAllNodes() {
        List<LogNode> nodes =
                Stream.generate(() -> node(10, 100, NOON)).limit(4).toList();
        IntStream.range(0, 40).parallel().forEach(i -> refused(nodes.get(i % 4), 1, ExchangeError.NOT_SIGNED));
        assertThat(count("unknown_message")).isEqualTo(10);
        nodes.stream().parallel().forEach(node -> node.counts.write());
        assertThat(counts()).isEqualTo(Map.of("MR-201", 30L));
    }

    @Test
    void theNewestTakeThePlacesOfTheOldest() {
        LogNode node = node(100, 5, NOON);
        List<String> receipts = IntStream.range(0, 12)
                .mapToObj(i -> refused(node, LARGE, ExchangeError.NOT_SIGNED))
                .toList();
        assertThat(count("unknown_message")).isEqualTo(5);
        assertThat(receipts.subList(7, 12))
                .allSatisfy(kept -> assertThat(node.log.find(kept)).isPresent());
        assertThat(receipts.subList(0, 7))
                .allSatisfy(gone -> assertThat(node.log.find(gone)).isEmpty());
    }

    @Test
    void fewerPlacesAreFewerAfterTheNextCleaning() {
        refused(node(100, 10, NOON), 10, ExchangeError.NOT_SIGNED);
        LogNode narrow = node(100, 4, NOON);
        narrow.unknown.removeOld();
        refused(narrow, 10, ExchangeError.NOT_SIGNED);
        assertThat(count("unknown_message")).isEqualTo(4);
    }

    @Test
    void noPlacesOfAMinuteMeansThatAllAreCounted() {
        LogNode node = node(0, 10, NOON);
        refused(node, 3, ExchangeError.NOT_SIGNED);
        assertThat(count("unknown_message")).isZero();
        node.counts.write();
        assertThat(counts()).isEqualTo(Map.of("MR-201", 3L));
    }

    @Test
    void removesWhatWasKeptLongEnough() {
        refused(node(1, 10, NOON), 2, ExchangeError.NOT_SIGNED);
        LogNode node = node(1, 10, NOON.plusSeconds(60));
        refused(node, 2, ExchangeError.NOT_SIGNED);
        node.counts.write();
        node(1, 10, NOON.plus(Duration.ofDays(90)).plusSeconds(30)).removeOld();
        assertThat(count("unknown_message")).isOne();
        assertThat(count("unlogged_count")).isEqualTo(1);
        node(1, 10, NOON.plus(Duration.ofDays(401))).removeOld();
        assertThat(count("unknown_message")).isZero();
        assertThat(count("unlogged_count")).isZero();
    }

    @Test
    void whatCannotBeAddedToTheCountsIsAddedLater() {
        LogNode node = node(0, 10, NOON);
        refused(node, 3, ExchangeError.NOT_SIGNED);
        jdbc.sql("ALTER TABLE unlogged_count RENAME TO gone").update();
        node.counts.write();
        jdbc.sql("ALTER TABLE gone RENAME TO unlogged_count").update();
        refused(node, 1, ExchangeError.NOT_SIGNED);
        node.counts.write();
        assertThat(counts()).isEqualTo(Map.of("MR-201", 4L));
    }

    @Test
    void aMessageThatAPartySignedIsKeptWholeHoweverManyUnknownOnesCame() {
        LogNode node = node(1, 1, NOON);
        refused(node, 5, ExchangeError.NOT_SIGNED);
        String receipt = LogNode.newReceipt();
        LogEntry entry = LogNode.known(node.log.begin(receipt, NOON, LARGE), receipt);
        assertThat(node.log.refused(entry, Refusal.of(ExchangeError.SCHEMA, LARGE)))
                .isEqualTo(MessageLog.Standing.REFUSED);
        LoggedExchange kept = node.log.find(receipt).orElseThrow();
        assertThat(kept.request()).isEqualTo(LARGE);
        assertThat(kept.response()).isEqualTo(LARGE);
        assertThat(kept.isRequestCut()).isFalse();
        assertThat(kept.sent().digest()).isEqualTo(HexFormat.of().formatHex(MessageLog.digest(LARGE)));
    }

    private LogNode node(int rowsAMinute, int rows, Instant now) {
        UnknownSenderProperties limits =
                new UnknownSenderProperties(rowsAMinute, rows, Duration.ofDays(90), Duration.ofDays(400));
        return LogNode.on(database(), limits, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static void refused(LogNode node, int times, ExchangeError error) {
        IntStream.range(0, times).forEach(i -> refused(node, FAULT, error));
    }

    private static String refused(LogNode node, byte[] message, ExchangeError error) {
        String receipt = LogNode.newReceipt();
        node.log.refused(node.log.begin(receipt, node.now(), message), Refusal.of(error, FAULT));
        return receipt;
    }

    private int count(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
    }

    /** What was counted, by reason, over all minutes. */
    private Map<String, Long> counts() {
        return jdbc
                .sql("SELECT fault_code, SUM(messages) AS messages, MIN(minute_at) AS first FROM unlogged_count"
                        + " GROUP BY fault_code")
                .query((row, number) -> {
                    assertThat(row.getObject("first", OffsetDateTime.class).toInstant())
                            .isEqualTo(NOON);
                    return Map.entry(row.getString("fault_code"), row.getLong("messages"));
                })
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
