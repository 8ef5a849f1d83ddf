package lt.mokiniai.exchange.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import lt.mokiniai.exchange.keys.KeyRotation.Rotated;
import lt.mokiniai.platform.database.TestLimits;
import lt.mokiniai.register.bench.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Another master key under running nodes, on each database. */
@ParameterizedClass(name = "{0}")
@MethodSource("lt.mokiniai.exchange.keys.KeyDatabase#all")
class KeyRotationTests {

    private static final String MONTH = "2026-11";

    private final KeyDatabase database;
    private final SettableClock clock = new SettableClock();
    private final Path file = TestKeys.file((byte) 1);
    private final Path next = TestKeys.file((byte) 2);

    KeyRotationTests(KeyDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void noKeys() {
        TestKeys.empty(database.pool());
        clock.set(Instant.parse("2026-11-15T12:00:00Z"));
    }

    @Test
    void nodesThatRunGoOnAndTakeTheNextKeyWhenItIsInTheirFile() throws IOException {
        TestKeys node = TestKeys.on(database.pool(), file);
        KeyWatch watch = watch(node);
        SecretKey key = node.months.of(MONTH);
        String pseudonym = node.pseudonyms.under("MR-2026-001").of("STUDENT01");
        String student = node.students.inMonth("MR-2026-001", MONTH).apply("STUDENT01");
        String delivered = node.students.ofDeliveries("MR-2026-001").apply("STUDENT01");

        assertThat(rotate(file, next)).isEqualTo(new Rotated(1, 2));
        watch.look();
        assertThat(watch.health().getStatus().getCode()).isEqualTo("OLD_KEY");
        assertThat(watch.health().getDetails().toString()).contains("after 'key rotate' the new one");
        assertThat(node.months.of(MONTH)).as("it goes on").isEqualTo(key);
        assertThat(node.pseudonyms.under("MR-2026-001").of("STUDENT01")).isEqualTo(pseudonym);
        assertThatThrownBy(() -> node.months.of("2026-12")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> TestKeys.on(database.pool(), file))
                .as("a start")
                .hasMessageContaining("key rotate");

        Files.copy(next, file, StandardCopyOption.REPLACE_EXISTING);
        watch.look();
        assertThat(watch.health().getStatus().getCode()).isEqualTo("UP");
        assertThat(node.months.of("2026-12")).isNotNull();
        TestKeys restarted = TestKeys.on(database.pool(), file);
        assertThat(restarted.months.of(MONTH)).isEqualTo(key);
        assertThat(restarted.months.of("2026-12")).isEqualTo(node.months.of("2026-12"));
        assertThat(restarted.pseudonyms.under("MR-2026-001").of("STUDENT01")).isEqualTo(pseudonym);
        assertThat(restarted.students.inMonth("MR-2026-001", MONTH).apply("STUDENT01"))
                .isEqualTo(student);
        assertThat(restarted.students.ofDeliveries("MR-2026-001").apply("STUDENT01"))
                .isEqualTo(delivered);
    }

    @Test
    void aNodeWithoutTheNextKeyStopsAtTheEndOfTheMonth() {
        TestKeys node = TestKeys.on(database.pool(), file);
        KeyWatch watch = watch(node);
        rotate(file, next);
        clock.set(Instant.parse("2026-12-01T00:00:00Z"));
        watch.look();
        assertThat(watch.health().getStatus().getCode()).isEqualTo("DOWN");
        assertThat(watch.health().getDetails().toString()).contains("2026-12", "this node cannot make it");
        TestKeys.on(database.pool(), next).months.of("2026-12");
        watch.look();
        assertThat(watch.health().getStatus().getCode()).isEqualTo("DOWN");
        assertThat(watch.health().getDetails().toString()).contains("does not open with the master key of this node");
    }

    @Test
    void aKeyThatIsLostIsNoticedThoughTheNodeDoesNotHaveTheNextMasterKey() {
        TestKeys node = TestKeys.on(database.pool(), file);
        KeyWatch watch = watch(node);
        rotate(file, next);
        database.jdbc().sql("UPDATE log_key SET wrapped_key = NULL").update();
        watch.look();
        assertThat(watch.health().getStatus().getCode()).isEqualTo("DOWN");
        assertThatThrownBy(() -> node.months.of(MONTH)).hasMessageContaining("was destroyed");
    }

    @Test
    void aKeyThatDoesNotOpenEndsItAndNothingIsChanged() {
        TestKeys node = TestKeys.on(database.pool(), file);
        node.months.of(MONTH);
        node.months.of("2026-10");
        database.jdbc()
                .sql("UPDATE log_key SET wrapped_key = ? WHERE key_month = '2026-10'")
                .param(new byte[40])
                .update();
        assertThatThrownBy(() -> rotate(file, next))
                .hasMessageContaining("'log 2026-10'")
                .hasMessageContaining("nothing was changed");
        assertThatCode(() -> TestKeys.on(database.pool(), file).months.of(MONTH))
                .doesNotThrowAnyException();

        database.jdbc()
                .sql("UPDATE log_key SET wrapped_key = NULL WHERE key_month = '2026-10'")
                .update();
        assertThat(rotate(file, next)).isEqualTo(new Rotated(1, 2));
    }

    @Test
    void saysWhatDoesNotFit() {
        assertThatThrownBy(() -> rotate(file, next)).hasMessageContaining("start a node");
        TestKeys.on(database.pool(), file);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rotate(file, file))
                .withMessageContaining("same key");
        assertThatThrownBy(() -> rotate(TestKeys.MASTER, next)).hasMessageContaining("not wrapped by the master key");
        assertThatThrownBy(() -> rotate(Path.of("none.key"), next)).hasMessageContaining("cannot read none.key");
        rotate(file, next);
        assertThatThrownBy(() -> rotate(file, next)).hasMessageContaining("already");
        rotate(next, file);
        assertThatCode(() -> TestKeys.on(database.pool(), file)).doesNotThrowAnyException();
    }

    /** Months are made while keys are wrapped anew: whatever comes first, all of them open afterwards. */
    @Test
    void noKeyIsMadeUnderTheFormerMasterKeyMeanwhile() {
        TestKeys node = TestKeys.on(database.pool(), file);
        ConcurrentLinkedQueue<String> made = new ConcurrentLinkedQueue<>();
        IntStream.rangeClosed(1, 12).parallel().forEach(month -> {
            if (month == 6) {
                rotate(file, next);
                return;
            }
            String name = "2026-%02d".formatted(month);
            try {
                node.months.of(name);
                made.add(name);
            } catch (IllegalStateException afterTheRotation) {
                assertThat(afterTheRotation).hasMessageContaining("key rotate");
            }
        });
        assertThat(database.count("log_key")).isEqualTo(made.size());
        TestKeys restarted = TestKeys.on(database.pool(), next);
        assertThat(List.copyOf(made))
                .allSatisfy(month -> assertThat(restarted.months.of(month)).isEqualTo(node.months.of(month)));
    }

    private Rotated rotate(Path from, Path to) {
        return new KeyRotation(database.pool(), TestLimits.lookingEvery(Duration.ofSeconds(10)), Clock.systemUTC())
                .rotate(from, to);
    }

    private KeyWatch watch(TestKeys keys) {
        return new KeyWatch(keys.master, keys.months, keys.stored, clock);
    }
}
