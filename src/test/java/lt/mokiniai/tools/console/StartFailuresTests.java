package lt.mokiniai.tools.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import lt.mokiniai.kernel.XRoadId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;

class StartFailuresTests {

    private final StartFailures failures = new StartFailures();

    @Test
    void tellsWhatOurCodeSaysUnderWhatSpringSays() {
        IllegalStateException ours =
                new IllegalStateException("mokiniai.x must name a file", new IllegalArgumentException("no such file"));

        assertThat(failures.analyze(new BeanCreationException("contracts", "it cannot be made", ours)))
                .satisfies(analysis -> {
                    assertThat(analysis.getDescription())
                            .isEqualTo("mokiniai.x must name a file (IllegalArgumentException: no such file)");
                    assertThat(analysis.getAction()).contains("serve --demo");
                });
    }

    @Test
    void tellsWhatTheDatabaseSays() {
        RuntimeException failure =
                new BeanCreationException("flyway", "it cannot be made", new SQLException("Connection refused"));

        assertThat(analyze(failure).getDescription()).contains("database").contains("Connection refused");
    }

    @Test
    void adviceAboutSettingsIsGivenForSettingsAlone() {
        IllegalArgumentException ours = catchThrowableOfType(IllegalArgumentException.class, () -> XRoadId.parse("LT"));

        assertThat(analyze(ours).getAction()).isNull();
    }

    @Test
    void leavesWhatOthersThrewToOthers() {
        Throwable theirs = catchThrowable(() -> List.of().add(null));

        assertThat(failures.analyze(theirs)).isNull();
    }

    private FailureAnalysis analyze(Throwable failure) {
        return Objects.requireNonNull(failures.analyze(failure));
    }
}
