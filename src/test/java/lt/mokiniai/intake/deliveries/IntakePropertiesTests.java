package lt.mokiniai.intake.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakePropertiesTests {

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void refusesWhatIsNoShare(int percent) {
        assertThatThrownBy(() -> new IntakeProperties(percent))
                .hasMessageContaining("mokiniai.intake.largest-end-percent");
    }

    @Test
    void takesNoneAndAll() {
        assertThat(new IntakeProperties(0).largestEndPercent()).isZero();
        assertThat(new IntakeProperties(100).largestEndPercent()).isEqualTo(100);
    }
}
