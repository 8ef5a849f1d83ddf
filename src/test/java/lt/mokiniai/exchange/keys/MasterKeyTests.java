package lt.mokiniai.exchange.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** A register without a proper master key does not start, and says what is wrong. */
class MasterKeyTests {

    @Test
    void readsThirtyTwoBytesWithALineEndAsToolsWriteThem() {
        String text = Base64.getEncoder().encodeToString(new byte[32]);
        assertThat(load(TestKeys.file(text + "\n")).check())
                .isEqualTo(load(TestKeys.file(text)).check());
    }

    @Test
    void fitsTheCheckValueOfItselfAlone() {
        MasterKey key = load(TestKeys.file((byte) 1));
        assertThat(key.fits(load(TestKeys.file((byte) 1)).check())).isTrue();
        assertThat(key.fits(load(TestKeys.file((byte) 2)).check())).isFalse();
    }

    @Test
    void opensWhatItWrappedAndNothingElse() {
        MasterKey key = load(TestKeys.file((byte) 1));
        WrappedKey wrapped = WrappedKey.make(key, "a");
        assertThat(wrapped.open(key)).isPresent();
        assertThat(wrapped.open(load(TestKeys.file((byte) 2)))).isEmpty();
        assertThat(new WrappedKey("b", wrapped.wrapped(), wrapped.check()).open(key))
                .as("under the name of another key")
                .isEmpty();
        assertThat(wrapped).hasToString("WrappedKey[a]");
    }

    @Test
    void refusesAKeyOfAnotherLength() {
        Path file = TestKeys.file(Base64.getEncoder().encodeToString(new byte[16]));
        assertThatThrownBy(() -> load(file))
                .hasMessageContaining("mokiniai.key.master")
                .hasMessageContaining("32 bytes");
    }

    @Test
    void refusesWhatIsNotBase64() {
        assertThatThrownBy(() -> load(TestKeys.file("=not a key="))).hasMessageContaining("mokiniai.key.master");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> load(Path.of("no-such.key")))
                .hasMessageContaining("mokiniai.key.master: cannot read no-such.key");
    }

    @Test
    void refusesToStartWithoutOneOrWithoutEverLooking() {
        assertThatThrownBy(() -> new KeyProperties(null, Duration.ofSeconds(2)))
                .hasMessageContaining("mokiniai.key.master");
        assertThatThrownBy(() -> new KeyProperties(Path.of("log.key"), Duration.ZERO))
                .hasMessageContaining("mokiniai.key.look-every");
    }

    private static MasterKey load(Path file) {
        return MasterKey.load(file, "mokiniai.key.master");
    }
}
