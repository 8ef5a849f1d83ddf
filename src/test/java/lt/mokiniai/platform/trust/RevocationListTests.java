package lt.mokiniai.platform.trust;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevocationListTests {

    @Test
    void refusesWhatIsNoList() {
        assertThatThrownBy(
                        () -> RevocationList.parse("text".getBytes(StandardCharsets.UTF_8), List.of(), Instant.EPOCH))
                .isInstanceOf(GeneralSecurityException.class);
    }
}
