package lt.mokiniai.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import lt.mokiniai.kernel.ExchangeError;
import lt.mokiniai.kernel.Refusal;
import lt.mokiniai.quota.Left.Axis;
import org.junit.jupiter.api.Test;

/** What is left tells how the next message would be refused. */
class LeftTests {

    private static final Instant THEN = Instant.parse("2026-09-02T10:00:00Z");
    private static final Optional<Axis> SOME = Optional.of(new Axis(5, 1, THEN));
    private static final Optional<Axis> NONE = Optional.of(new Axis(5, 0, THEN));

    @Test
    void refusesByTheFirstAxisThatIsUsedUp() {
        assertThat(code(new Left(NONE, NONE, Optional.of(1), NONE))).contains(ExchangeError.MESSAGES_A_MINUTE);
        assertThat(code(new Left(SOME, NONE, Optional.of(1), NONE))).contains(ExchangeError.MESSAGES_A_DAY);
        assertThat(code(new Left(SOME, SOME, Optional.of(1), NONE))).contains(ExchangeError.PUPILS_A_MONTH);
        assertThat(code(new Left(Optional.empty(), Optional.empty(), Optional.empty(), NONE)))
                .contains(ExchangeError.PUPILS_A_MONTH);
    }

    @Test
    void refusesNothingWhileSomethingIsLeftOfEachAxis() {
        assertThat(code(new Left(SOME, SOME, Optional.of(1), SOME))).isEmpty();
        assertThat(code(new Left(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    private static Optional<ExchangeError> code(Left left) {
        return left.refusal(new GrantId("MR-2026-001", "students/v1/getStudent"))
                .map(Refusal::error);
    }
}
