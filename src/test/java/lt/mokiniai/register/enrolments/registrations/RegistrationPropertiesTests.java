package lt.mokiniai.register.enrolments.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings about registrations that could not be meant are refused. */
class RegistrationPropertiesTests {

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 3651})
    void refusesWhatIsNoTerm(int days) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegistrationProperties(days))
                .withMessageContaining("mokiniai.registrations.not-enrolled-days");
    }

    @Test
    void takesATerm() {
        assertThat(new RegistrationProperties(1).notEnrolledDays()).isOne();
    }
}
