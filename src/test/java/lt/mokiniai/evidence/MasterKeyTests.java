package lt.mokiniai.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** A log without a proper master key does not start, and says what is wrong. */
class MasterKeyTests {

    @Test
    void readsThirtyTwoBytesWithALineEndAsToolsWriteThem() {
        String text = Base64.getEncoder().encodeToString(new byte[32]);
        assertThat(MasterKey.load(LogNode.file(text + "\n")).pupil("A"))
                .isEqualTo(MasterKey.load(LogNode.file(text)).pupil("A"));
    }

    @Test
    void refusesAKeyOfAnotherLength() {
        Path file = LogNode.file(Base64.getEncoder().encodeToString(new byte[16]));
        assertThatThrownBy(() -> MasterKey.load(file))
                .hasMessageContaining("mokiniai.evidence.master-key")
                .hasMessageContaining("32 bytes");
    }

    @Test
    void refusesWhatIsNotBase64() {
        assertThatThrownBy(() -> MasterKey.load(LogNode.file("=not a key=")))
                .hasMessageContaining("mokiniai.evidence.master-key");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> MasterKey.load(Path.of("no-such.key")))
                .hasMessageContaining("mokiniai.evidence.master-key: cannot read no-such.key");
    }

    @Test
    void refusesToStartWithoutOne() {
        assertThatThrownBy(() -> new EvidenceProperties(null)).hasMessageContaining("mokiniai.evidence.master-key");
    }
}
