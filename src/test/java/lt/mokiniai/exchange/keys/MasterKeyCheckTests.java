package lt.mokiniai.exchange.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import lt.mokiniai.platform.database.TestLimits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A node with another master key than the database's does not start and makes no key, on each database. */
@ParameterizedClass(name = "{0}")
@MethodSource("lt.mokiniai.exchange.keys.KeyDatabase#all")
class MasterKeyCheckTests {

    private static final Path OTHER = TestKeys.file((byte) 8);

    private final KeyDatabase database;

    MasterKeyCheckTests(KeyDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void noKeys() {
        TestKeys.empty(database.pool());
    }

    @Test
    void aNodeWithAnotherMasterKeyDoesNotStartAndSaysWhatToDo() {
        TestKeys.on(database.pool());
        assertThatThrownBy(() -> TestKeys.on(database.pool(), OTHER))
                .hasMessageStartingWith("The master key in " + OTHER + " is not the one")
                .hasMessageContaining("Put the right one there")
                .hasMessageContaining("Nothing was changed");
        assertThatCode(() -> TestKeys.on(database.pool())).doesNotThrowAnyException();
    }

    @Test
    void ofNodesWithTwoMasterKeysThatMeetAnEmptyDatabaseOneKindStarts() {
        List<Boolean> started = IntStream.range(0, 8)
                .parallel()
                .mapToObj(node -> starts(node % 2 == 0 ? TestKeys.MASTER : OTHER))
                .toList();
        assertThat(started.stream().filter(starts -> starts)).hasSize(4);
        assertThat(database.count("master_key")).isOne();
        assertThat(database.count("stored_key")).isEqualTo(2);
    }

    @Test
    void aNodeThatRunsWithAnotherMasterKeyMakesNoKeyOfAMonth() {
        TestKeys node = TestKeys.on(database.pool());
        node.months.of("2026-11");
        new KeyRotation(database.pool(), TestLimits.lookingEvery(Duration.ofSeconds(10)), Clock.systemUTC())
                .rotate(TestKeys.MASTER, OTHER);

        assertThatThrownBy(() -> node.months.of("2026-12")).hasMessageContaining("Put the right one there");
        assertThat(database.count("log_key")).isOne();
        // So a node with the right one can make it.
        assertThatCode(() -> TestKeys.on(database.pool(), OTHER).months.of("2026-12"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> node.months.of("2026-12")).hasMessageContaining("master key of this node");
    }

    @Test
    void withoutItsCheckValueTheDatabaseIsKnownByItsKeys() {
        TestKeys.on(database.pool()).months.of("2026-11");
        database.jdbc().sql("DELETE FROM master_key").update();
        assertThat(starts(OTHER)).isFalse();
        assertThat(database.count("master_key")).isZero();
        assertThat(starts(TestKeys.MASTER)).isTrue();
        assertThat(database.jdbc()
                        .sql("SELECT stored_keys FROM master_key")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(starts(OTHER)).isFalse();
    }

    @Test
    void keysOfMonthsThatWereEndedDoNotMatter() {
        TestKeys.on(database.pool()).months.of("2026-10");
        database.jdbc().sql("UPDATE log_key SET wrapped_key = NULL").update();
        database.jdbc().sql("DELETE FROM master_key").update();
        assertThat(starts(TestKeys.MASTER)).isTrue();
    }

    private boolean starts(Path master) {
        try {
            TestKeys.on(database.pool(), master);
            return true;
        } catch (IllegalStateException refused) {
            assertThat(refused).hasMessageContaining("is not the one");
            return false;
        }
    }
}
