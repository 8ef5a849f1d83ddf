package lt.mokiniai.exchange.quota;

import static lt.mokiniai.exchange.quota.Refusals.assertRefused;
import static lt.mokiniai.exchange.quota.Refusals.countOfAllowed;
import static lt.mokiniai.exchange.quota.Refusals.refusal;
import static lt.mokiniai.kernel.faults.ExchangeError.MESSAGES_A_DAY;
import static lt.mokiniai.kernel.faults.ExchangeError.MESSAGES_A_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lt.mokiniai.exchange.quota.RemainingQuota.Axis;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.Quota;
import lt.mokiniai.kernel.faults.ExchangeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages a minute and a day, counted for all nodes together, on each database. */
@ParameterizedClass(name = "{0}")
@MethodSource("lt.mokiniai.exchange.quota.QuotaDatabase#all")
class MessageQuotaTests {

    private static final Instant LATE_IN_A_MINUTE = Instant.parse("2026-11-26T08:04:59.999Z");
    private static final Instant NEXT_MINUTE = Instant.parse("2026-11-26T08:05:00Z");
    private static final GrantId GRANT = new GrantId("MR-2026-001", OperationId.parse("students/v1/getStudent"));

    private final QuotaDatabase database;

    private QuotaNode node;

    MessageQuotaTests(QuotaDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void aNode() {
        database.empty();
        node = new QuotaNode(database);
        node.clock.set(LATE_IN_A_MINUTE);
    }

    @AfterEach
    void endTheNode() {
        node.close();
    }

    @Test
    void letsThroughSoManyAMinuteAndTellsWhenTheNextMayCome() {
        take(3, aMinute(3));
        ExchangeException refusal = refusal(() -> take(1, aMinute(3)));
        assertThat(refusal.error()).isEqualTo(MESSAGES_A_MINUTE);
        assertThat(refusal.error().retryable()).isTrue();
        assertThat(refusal.contract()).contains("MR-2026-001");
        assertThat(refusal.messageEn()).endsWith(": 3; 2026-11-26T10:05:00+02:00.");
        assertThat(refusal.messageLt()).endsWith(": 3; 2026-11-26T10:05:00+02:00.");
        assertThat(refusal.freesAt()).contains(NEXT_MINUTE);
        node.clock.set(NEXT_MINUTE);
        take(3, aMinute(3));
        assertRefused(MESSAGES_A_MINUTE, () -> take(1, aMinute(3)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T22:00:00Z, 2026-11-26T21:59:59.999Z, 2026-11-26T22:00:00Z, 2026-11-27T00:00:00+02:00",
        // The day of 23 hours and the day of 25.
        "2026-03-28T22:00:00Z, 2026-03-29T20:59:59.999Z, 2026-03-29T21:00:00Z, 2026-03-30T00:00:00+03:00",
        "2026-10-24T21:00:00Z, 2026-10-25T21:59:59.999Z, 2026-10-25T22:00:00Z, 2026-10-26T00:00:00+02:00"
    })
    void letsThroughSoManyADayFromMidnightToMidnightInVilnius(
            Instant firstMoment, Instant lastMoment, Instant nextDay, String midnight) {
        node.clock.set(firstMoment.minusMillis(1));
        take(2, aDay(2));
        node.clock.set(firstMoment);
        take(1, aDay(2));
        node.clock.set(lastMoment);
        take(1, aDay(2));
        ExchangeException refusal = refusal(() -> take(1, aDay(2)));
        assertThat(refusal.error()).isEqualTo(MESSAGES_A_DAY);
        assertThat(refusal.contract()).contains("MR-2026-001");
        assertThat(refusal.messageEn()).endsWith(": 2; " + midnight + ".");
        assertThat(refusal.freesAt()).contains(nextDay);
        node.clock.set(nextDay);
        take(2, aDay(2));
    }

    @Test
    void aRefusedMessageUsesNeitherAxis() {
        take(2, quota(2, 3));
        assertRefused(MESSAGES_A_MINUTE, () -> take(1, quota(2, 3)));
        node.clock.set(NEXT_MINUTE);
        take(1, quota(2, 3));
        assertRefused(MESSAGES_A_DAY, () -> take(1, quota(2, 3)));
        RemainingQuota left = node.quotas.left(GRANT, quota(2, 3));
        assertThat(left.messagesThisMinute().map(Axis::left)).contains(1);
        assertThat(left.messagesToday().map(Axis::left)).contains(0);
    }

    @Test
    void namesTheDayWhenBothAreUsedUp() {
        take(2, quota(2, 2));
        assertRefused(MESSAGES_A_DAY, () -> take(1, quota(2, 2)));
    }

    @Test
    void anotherLimitHoldsAtOnceForWhatWasUsedBefore() {
        take(3, aMinute(3));
        take(2, aMinute(5));
        assertRefused(MESSAGES_A_MINUTE, () -> take(1, aMinute(5)));
        assertRefused(MESSAGES_A_MINUTE, () -> take(1, aMinute(4)));
        assertRefused(MESSAGES_A_DAY, () -> take(1, aDay(5)));
        take(1, quota(6, 6));
        assertThat(node.quotas.left(GRANT, quota(4, 8)))
                .isEqualTo(new RemainingQuota(
                        Optional.of(new Axis(4, 0, NEXT_MINUTE)),
                        Optional.of(new Axis(8, 2, Instant.parse("2026-11-26T22:00:00Z"))),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void countsEachGrantOfEachContractOnItsOwn() {
        take(1, quota(1, 1));
        node.quotas.takeMessage(new GrantId("MR-2026-001", OperationId.parse("students/v1/findStudents")), quota(1, 1));
        node.quotas.takeMessage(new GrantId("MR-2026-002", OperationId.parse("students/v1/getStudent")), quota(1, 1));
        assertRefused(MESSAGES_A_DAY, () -> take(1, quota(1, 1)));
    }

    @Test
    void countsInTheLaterMinuteWhenAClockIsBehind() {
        QuotaNode behind = new QuotaNode(database);
        behind.clock.set(LATE_IN_A_MINUTE);
        node.clock.set(NEXT_MINUTE);
        take(2, aMinute(3));
        behind.quotas.takeMessage(GRANT, aMinute(3));
        assertThat(refusal(() -> behind.quotas.takeMessage(GRANT, aMinute(3))).freesAt())
                .contains(NEXT_MINUTE.plusSeconds(60));
        assertRefused(MESSAGES_A_MINUTE, () -> take(1, aMinute(3)));
        behind.close();
    }

    @Test
    void tellsWhatIsLeftAndTakesNothing() {
        Quota quota = quota(3, 5);
        Axis wholeMinute = new Axis(3, 3, NEXT_MINUTE);
        Axis wholeDay = new Axis(5, 5, Instant.parse("2026-11-26T22:00:00Z"));
        assertThat(node.quotas.left(GRANT, quota))
                .isEqualTo(new RemainingQuota(
                        Optional.of(wholeMinute), Optional.of(wholeDay), Optional.empty(), Optional.empty()));
        assertThat(database.count("quota_message")).isZero();
        take(1, quota);
        assertThat(node.quotas.left(GRANT, quota).messagesThisMinute()).contains(new Axis(3, 2, NEXT_MINUTE));
        assertThat(node.quotas.left(GRANT, quota).messagesThisMinute()).contains(new Axis(3, 2, NEXT_MINUTE));
        node.clock.set(NEXT_MINUTE);
        assertThat(node.quotas.left(GRANT, quota).messagesThisMinute())
                .contains(new Axis(3, 3, NEXT_MINUTE.plusSeconds(60)));
        assertThat(node.quotas.left(GRANT, quota).messagesToday()).contains(new Axis(5, 4, wholeDay.freesAt()));
        node.clock.set(wholeDay.freesAt());
        assertThat(node.quotas.left(GRANT, quota).messagesToday().map(Axis::left))
                .contains(5);
    }

    @Test
    void asksNoDatabaseForAGrantWithoutLimits() {
        node.close();
        assertThatCode(() -> take(1, Quota.NONE)).doesNotThrowAnyException();
        assertThat(node.quotas.left(GRANT, Quota.NONE))
                .isEqualTo(new RemainingQuota(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void keepsNoRowLockedAndTheMessageTakenWhateverBecomesOfTheExchange() {
        QuotaNode other = new QuotaNode(database);
        other.clock.set(LATE_IN_A_MINUTE);
        node.transaction.executeWithoutResult(status -> {
            take(1, aMinute(2));
            other.quotas.takeMessage(GRANT, aMinute(2));
            status.setRollbackOnly();
        });
        assertRefused(MESSAGES_A_MINUTE, () -> take(1, aMinute(2)));
        other.close();
    }

    @Test
    void waitsForNoConnectionThatAnExchangeHolds() throws SQLException {
        node.holdingAllConnections(() -> take(1, aMinute(2)));
        assertThat(node.quotas.left(GRANT, aMinute(2)).messagesThisMinute().map(Axis::left))
                .contains(1);
    }

    @Test
    void nodesThatTakeAtOnceGetExactlyTheLimit() throws InterruptedException {
        QuotaNode other = new QuotaNode(database);
        other.clock.set(LATE_IN_A_MINUTE);
        assertThat(countOfAllowed(MESSAGES_A_MINUTE, takesOnBoth(other, quota(100, 500))))
                .isEqualTo(100);
        assertThat(countOfAllowed(MESSAGES_A_DAY, takesOnBoth(other, quota(500, 150))))
                .isEqualTo(50);
        other.close();
    }

    private List<Runnable> takesOnBoth(QuotaNode other, Quota quota) {
        return IntStream.range(0, 400)
                .mapToObj(i -> i % 2 == 0 ? node : other)
                .<Runnable>map(from -> () -> from.quotas.takeMessage(GRANT, quota))
                .toList();
    }

    private void take(int messages, Quota quota) {
        IntStream.range(0, messages).forEach(i -> node.quotas.takeMessage(GRANT, quota));
    }

    private static Quota aMinute(int messages) {
        return new Quota(Optional.of(messages), none(), none(), none(), none());
    }

    private static Quota aDay(int messages) {
        return new Quota(none(), Optional.of(messages), none(), none(), none());
    }

    private static Quota quota(int perMinute, int perDay) {
        return new Quota(Optional.of(perMinute), Optional.of(perDay), none(), none(), none());
    }

    private static Optional<Integer> none() {
        return Optional.empty();
    }
}
