package lt.mokiniai.exchange.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import lt.mokiniai.register.bench.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a node when keys in the database are lost, destroyed, replaced or put back, on each database. */
@ParameterizedClass(name = "{0}")
@MethodSource("lt.mokiniai.exchange.keys.KeyDatabase#all")
class LogKeysTests {

    private static final String MONTH = "2026-11";

    private final KeyDatabase database;
    private final SettableClock clock = new SettableClock();
    private TestKeys node;
    private KeyWatch watch;

    LogKeysTests(KeyDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void aNodeInNovember() {
        TestKeys.empty(database.pool());
        clock.set(Instant.parse("2026-11-30T23:59:00Z"));
        node = TestKeys.on(database.pool());
        watch = watch(node);
        watch.look();
        assertThat(status()).isEqualTo("UP");
    }

    @Test
    void nodesThatBeginAMonthAtOnceUseOneKey() {
        Set<SecretKey> keys = new HashSet<>(IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> (i % 2 == 0 ? node : TestKeys.on(database.pool())).months.of("2026-12"))
                .toList());
        assertThat(keys).hasSize(1);
        assertThat(database.count("log_key")).isEqualTo(2);
    }

    @Test
    void aMonthsKeyThatIsEmptiedUnderItIsNoticedAndWhatIsPutBackIsTaken() {
        SecretKey key = node.months.of(MONTH);
        byte[] wrapped = wrapped();
        execute("UPDATE log_key SET wrapped_key = NULL");
        watch.look();
        assertDown("The key of 2026-11 in the table log_key was destroyed");
        assertThatThrownBy(() -> node.months.of(MONTH)).hasMessageContaining("was destroyed");
        assertThatThrownBy(() -> watch(TestKeys.on(database.pool())))
                .as("a start")
                .hasMessageContaining("was destroyed")
                .hasMessageContaining("backup");

        database.jdbc().sql("UPDATE log_key SET wrapped_key = ?").param(wrapped).update();
        watch.look();
        assertThat(status()).isEqualTo("UP");
        assertThat(node.months.of(MONTH)).isEqualTo(key);
    }

    @Test
    void aMonthsKeyWhoseRowIsGoneIsNotMadeAnewByANodeThatKnewIt() {
        execute("DELETE FROM log_key");
        watch.look();
        assertDown("The key of 2026-11 in the table log_key is not there any more");
        assertThatThrownBy(() -> node.months.of(MONTH)).hasMessageContaining("not there any more");
        assertThat(database.count("log_key")).isZero();

        SecretKey made = TestKeys.on(database.pool()).months.of(MONTH);
        watch.look();
        assertThat(status()).isEqualTo("UP");
        assertThat(node.months.of(MONTH)).isEqualTo(made);
    }

    /** The operator's page, 'A key is lost'. */
    @Test
    void aMonthWhoseKeyIsInNoBackupBeginsAnewUnderAnotherName() {
        execute("INSERT INTO message_log"
                + " (receipt, received_at, party, certificate, outcome, key_month, request, request_digest, response,"
                + " response_digest)"
                + " VALUES ('r-1', CURRENT_TIMESTAMP, 'a', 'b', 'REFUSED', '2026-11', "
                + String.join(", ", Collections.nCopies(4, database.bytes())) + ")");
        execute("UPDATE log_key SET wrapped_key = NULL");
        execute("INSERT INTO log_key (key_month, wrapped_key, key_check, created_at)"
                + " SELECT '2026-L1', wrapped_key, key_check, created_at FROM log_key WHERE key_month = '2026-11'");
        execute("UPDATE message_log SET key_month = '2026-L1' WHERE key_month = '2026-11'");
        execute("UPDATE unknown_message SET key_month = '2026-L1' WHERE key_month = '2026-11'");
        execute("DELETE FROM log_key WHERE key_month = '2026-11'");
        watch.look();
        assertDown("not there any more");
        SecretKey made = TestKeys.on(database.pool()).months.of(MONTH);
        watch.look();
        assertThat(status()).isEqualTo("UP");
        assertThat(node.months.of(MONTH)).isEqualTo(made);
    }

    @Test
    void aMonthsKeyThatWasChangedIsNotUsed() {
        byte[] changed = wrapped();
        changed[20] ^= 1;
        database.jdbc().sql("UPDATE log_key SET wrapped_key = ?").param(changed).update();
        watch.look();
        assertDown("does not open with the master key of this node");
        assertThatThrownBy(() -> node.months.of(MONTH)).hasMessageContaining("does not open");
    }

    @Test
    void aMonthsKeyThatWasReplacedByAnotherOfTheSameMasterKeyIsTaken() {
        SecretKey former = node.months.of(MONTH);
        execute("DELETE FROM log_key");
        SecretKey next = TestKeys.on(database.pool()).months.of(MONTH);
        watch.look();
        assertThat(node.months.of(MONTH)).isEqualTo(next).isNotEqualTo(former);
        assertThat(status()).isEqualTo("UP");
    }

    @Test
    void aPastMonthThatIsEndedIsForgottenAndNothingElseChanges() {
        clock.set(Instant.parse("2026-12-01T00:00:00Z"));
        node.months.of("2026-12");
        execute("UPDATE log_key SET wrapped_key = NULL WHERE key_month = '2026-11'");
        watch.look();
        assertThat(status()).isEqualTo("UP");
        assertThatThrownBy(() -> node.months.of(MONTH)).hasMessageContaining("was destroyed");
        assertThat(node.months.of("2026-12")).isNotNull();
        watch(TestKeys.on(database.pool()));
    }

    @Test
    void aKeyOfItsOwnThatIsLostStopsWhatNeedsIt() {
        String pseudonym = node.pseudonyms.under("MR-2026-001").of("STUDENT01");
        byte[] row = database.jdbc()
                .sql("SELECT wrapped_key FROM stored_key WHERE name = 'pseudonym'")
                .query((found, number) -> found.getBytes(1))
                .single();
        database.jdbc()
                .sql("UPDATE stored_key SET wrapped_key = ? WHERE name = 'pseudonym'")
                .param(Arrays.copyOf(row, 39))
                .update();
        watch.look();
        assertDown("(stored pseudonym)");
        assertThatThrownBy(() -> node.pseudonyms.under("MR-2026-001").of("STUDENT01"))
                .hasMessageContaining("pseudonym");
        database.jdbc()
                .sql("UPDATE stored_key SET wrapped_key = ? WHERE name = 'pseudonym'")
                .param(row)
                .update();
        watch.look();
        assertThat(status()).isEqualTo("UP");
        assertThat(node.pseudonyms.under("MR-2026-001").of("STUDENT01")).isEqualTo(pseudonym);
    }

    /** Else a look and whoever makes or rotates keys would wait for each other every two seconds, on every node. */
    @Test
    void aLookWaitsForNobodyWhoMakesKeys() {
        new TransactionTemplate(new JdbcTransactionManager(database.pool())).executeWithoutResult(status -> {
            database.jdbc().sql(CurrentMasterKey.LOCK).query().singleRow();
            assertThat(CompletableFuture.runAsync(watch::look)).succeedsWithin(Duration.ofSeconds(30));
        });
        assertThat(status()).isEqualTo("UP");
    }

    @Test
    void aKeyIsKeptInUseWhenTheDatabaseFailsBeforeItIsKnownWhatIsInItsPlace() {
        AtomicBoolean isAway = new AtomicBoolean();
        TestKeys used = TestKeys.on(new DelegatingDataSource(database.pool()) {
            @Override
            public Connection getConnection() throws SQLException {
                if (isAway.get()) {
                    throw new SQLNonTransientConnectionException("away", "08006");
                }
                return super.getConnection();
            }
        });
        SecretKey key = used.months.of(MONTH);
        byte[] changed = wrapped();
        changed[20] ^= 1;
        database.jdbc().sql("UPDATE log_key SET wrapped_key = ?").param(changed).update();
        WrappedKey.Rows rows = used.stored.rows();
        isAway.set(true);
        assertThatThrownBy(() -> used.months.look(MONTH, rows, true)).isInstanceOf(DataAccessException.class);
        assertThat(used.months.of(MONTH)).isEqualTo(key);
    }

    private KeyWatch watch(TestKeys keys) {
        return new KeyWatch(keys.master, keys.months, keys.stored, clock);
    }

    private String status() {
        return watch.health().getStatus().getCode();
    }

    private void assertDown(String why) {
        Health health = watch.health();
        assertThat(health.getStatus().getCode()).isEqualTo("DOWN");
        assertThat(health.getDetails().toString()).contains(why).contains("backup");
    }

    private byte[] wrapped() {
        return database.jdbc()
                .sql("SELECT wrapped_key FROM log_key")
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    private void execute(String sql) {
        database.jdbc().sql(sql).update();
    }
}
