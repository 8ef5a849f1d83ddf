package lt.mokiniai.exchange.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import lt.mokiniai.exchange.keys.TestKeys;
import lt.mokiniai.platform.database.TestLimits;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What health says of the message log, and how often it looks, on each database; what it writes does not stay. */
@ParameterizedClass(name = "{0}")
@ValueSource(strings = {"oracle", "postgresql"})
class MessageLogHealthTests {

    private static final DataSource H2 = migrated(
            JdbcConnectionPool.create(
                    "jdbc:h2:mem:log-health;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1", "sa", ""),
            "oracle");
    private static final DataSource POSTGRESQL = migrated(postgres(), "postgresql");

    private final DataSource database;

    MessageLogHealthTests(String name) {
        this.database = name.equals("oracle") ? H2 : POSTGRESQL;
    }

    @BeforeEach
    void empty() {
        TestKeys.empty(database);
    }

    @AfterEach
    void repair() {
        execute("ALTER TABLE message_log DROP CONSTRAINT IF EXISTS nothing_more");
    }

    @Test
    void aLogThatTakesRowsIsUpAndNoRowStays() {
        MessageLogHealth health = health(Duration.ZERO);
        assertThat(IntStream.range(0, 3).mapToObj(i -> status(health.health()))).containsOnly("UP");
        assertThat(JdbcClient.create(database)
                        .sql("SELECT COUNT(*) FROM message_log")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aLogThatTakesNoRowIsDownAndSaysTheClassAndTheSqlstateAlone() {
        MessageLogHealth health = health(Duration.ZERO);
        full();
        Health down = health.health();
        assertThat(status(down)).isEqualTo("DOWN");
        assertThat(down.getDetails().get("log"))
                .asString()
                .matches("[\\w.]+DataIntegrityViolationException \\(SQLSTATE 235\\d\\d\\)");
        repair();
        assertThat(status(health.health())).isEqualTo("UP");
    }

    @Test
    void whoeverAsksIsToldWhatWasSeenLastUntilItIsOld() {
        MessageLogHealth seldom = health(Duration.ofHours(1));
        assertThat(status(seldom.health())).isEqualTo("UP");
        full();
        assertThat(IntStream.range(0, 100).mapToObj(i -> status(seldom.health())))
                .containsOnly("UP");
        MessageLogHealth other = health(Duration.ofHours(1));
        assertThat(status(other.health())).isEqualTo("DOWN");
        repair();
        assertThat(status(other.health())).isEqualTo("DOWN");
    }

    private MessageLogHealth health(Duration every) {
        return new MessageLogHealth(LogNode.on(database).log, TestLimits.lookingEvery(every), Clock.systemUTC());
    }

    private void full() {
        execute("ALTER TABLE message_log ADD CONSTRAINT nothing_more CHECK (outcome = 'NOTHING')");
    }

    private void execute(String sql) {
        JdbcClient.create(database).sql(sql).update();
    }

    private static String status(Health health) {
        return health.getStatus().getCode();
    }

    private static DataSource postgres() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(PostgresServer.newDatabase("log_health"));
        return source;
    }

    private static DataSource migrated(DataSource database, String scripts) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/" + scripts)
                .load()
                .migrate();
        return database;
    }
}
