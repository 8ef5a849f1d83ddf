package lt.mokiniai.exchange.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import lt.mokiniai.exchange.quota.RemainingQuota.Axis;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import org.junit.jupiter.api.Test;

/** What is left tells how the next message would be refused. */
class RemainingQuotaTests {

    private static final Instant THEN = Instant.parse("2026-09-02T10:00:00Z");
    private static final Optional<Axis> SOME = Optional.of(new Axis(5, 1, THEN));
    private static final Optional<Axis> NONE = Optional.of(new Axis(5, 0, THEN));

    @Test
    void refusesByTheFirstAxisOfMessagesThatIsUsedUp() {
        assertThat(code(new RemainingQuota(NONE, NONE, Optional.of(1), NONE)))
                .contains(ExchangeError.MESSAGES_A_MINUTE);
        assertThat(code(new RemainingQuota(SOME, NONE, Optional.of(1), NONE))).contains(ExchangeError.MESSAGES_A_DAY);
    }

    @Test
    void refusesNobodyForTheStudentsOfTheMonthSinceSomeMayHaveBeenToldAboutBefore() {
        assertThat(code(new RemainingQuota(SOME, SOME, Optional.of(1), NONE))).isEmpty();
        assertThat(code(new RemainingQuota(Optional.empty(), Optional.empty(), Optional.empty(), NONE)))
                .isEmpty();
    }

    @Test
    void refusesNothingWhileSomethingIsLeftOfEachAxis() {
        assertThat(code(new RemainingQuota(SOME, SOME, Optional.of(1), SOME))).isEmpty();
        assertThat(code(new RemainingQuota(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    private static Optional<ExchangeError> code(RemainingQuota left) {
        return left.refusal(new GrantId("MR-2026-001", OperationId.parse("students/v1/getStudent")))
                .map(ExchangeException::error);
    }
}
