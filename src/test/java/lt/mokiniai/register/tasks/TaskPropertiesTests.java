package lt.mokiniai.register.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings about tasks that could not be meant are refused. */
class TaskPropertiesTests {

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 366})
    void refusesWhatIsNoTerm(int days) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TaskProperties(days, 20))
                .withMessageContaining("mokiniai.tasks.school-days");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TaskProperties(5, days))
                .withMessageContaining("mokiniai.tasks.authority-days");
    }

    @Test
    void takesTerms() {
        assertThat(new TaskProperties(1, 365).authorityDays()).isEqualTo(365);
    }
}
