package lt.mokiniai.intake.transport.pulling;

import static lt.mokiniai.intake.transport.TestSource.Batch.example;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import lt.mokiniai.intake.TransportDesk;
import lt.mokiniai.intake.transport.SupplyContracts;
import lt.mokiniai.intake.transport.TestSource.Batch;
import lt.mokiniai.kernel.Dates;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.support.CronExpression;

/** When sources are asked: at half past three in Vilnius, by one node. */
public interface ScheduleRules {

    TransportDesk desk();

    private PullSchedule node() {
        return new PullSchedule(desk().bean(SupplyContracts.class), desk().bean(PulledSources.class), desk().clock());
    }

    private static Instant at(int day, int hour, int minute) {
        return LocalDate.of(2026, 11, day)
                .atTime(hour, minute)
                .atZone(Dates.ZONE)
                .toInstant();
    }

    private void hasDeliveries() {
        desk().source().has(Batch.of("FULL", "a", 1, example("1", "one")));
        desk().source().has(Batch.of("CHANGES", "a", 2, example("2", "two")));
    }

    @Test
    default void aSourceIsAskedInItsTurnAndNotBefore() {
        hasDeliveries();
        desk().clock().set(at(24, 3, 29));
        PullSchedule node = node();
        // The turn of the day before, which nobody did.
        assertThat(node.look()).hasSize(1);
        assertThat(node.look()).isEmpty();
        desk().clock().set(at(24, 3, 30));
        assertThat(node.look()).hasSize(1);
        assertThat(node.look()).isEmpty();
        desk().clock().set(at(24, 23, 59));
        assertThat(node.look()).isEmpty();
        desk().clock().set(at(25, 4, 0));
        assertThat(node.look()).hasSize(1);
    }

    @Test
    default void oneNodeDoesATurn() {
        hasDeliveries();
        PullSchedule one = node();
        PullSchedule other = node();
        assertThat(one.look()).hasSize(1);
        assertThat(other.look()).isEmpty();
        assertThat(node().look()).isEmpty();
        assertThat(desk().count("message_log")).isOne();
        desk().clock().set(at(25, 3, 31));
        assertThat(other.look()).hasSize(1);
        assertThat(one.look()).isEmpty();
    }

    /** The clock of a sandbox is put forward by months, and back. */
    @Test
    default void aClockThatIsMovedHasOneTurnAtATime() {
        hasDeliveries();
        PullSchedule node = node();
        node.look();
        desk().clock().set(at(24, 12, 0).plusSeconds(100L * 86_400));
        assertThat(node.look()).hasSize(1);
        desk().clock().set(at(24, 12, 0));
        assertThat(node.look()).isEmpty();
        desk().clock().set(at(25, 12, 0));
        assertThat(node.look()).hasSize(1);
    }

    @Test
    default void aTurnInTheHourThatClocksSkipComesAnHourLater() {
        CronExpression schedule = CronExpression.parse("0 30 3 * * *");
        LocalDate spring = LocalDate.of(2027, 3, 28);
        Instant before = spring.atStartOfDay(Dates.ZONE).toInstant();
        Instant noon = spring.atTime(12, 0).atZone(Dates.ZONE).toInstant();
        Instant halfPastFour = spring.atTime(4, 30).atZone(Dates.ZONE).toInstant();
        assertThat(PullSchedule.last(schedule, before, noon)).contains(halfPastFour);
        assertThat(PullSchedule.last(schedule, before, halfPastFour.minusSeconds(1)))
                .isEmpty();
        assertThat(PullSchedule.last(schedule, halfPastFour.minusSeconds(1), halfPastFour))
                .contains(halfPastFour);
        assertThat(PullSchedule.last(schedule, halfPastFour, noon)).isEmpty();
    }

    @Test
    default void aTurnInTheHourThatClocksShowTwiceComesOnce() {
        CronExpression schedule = CronExpression.parse("0 30 3 * * *");
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        assertThat(PullSchedule.last(schedule, first.minusSeconds(1), first)).contains(first);
        assertThat(PullSchedule.last(schedule, first, first.plusSeconds(5 * 3600)))
                .isEmpty();
    }

    @Test
    default void aSourceThatDoesNotAnswerIsAskedInTheNextTurn() {
        hasDeliveries();
        desk().source().breaks(answer -> new byte[0]);
        PullSchedule node = node();
        assertThat(node.look())
                .singleElement()
                .satisfies(pulled -> assertThat(pulled.isWhole()).isFalse());
        desk().source().breaks(answer -> answer);
        assertThat(node.look()).isEmpty();
        desk().clock().set(at(25, 3, 30));
        assertThat(node.look())
                .singleElement()
                .satisfies(pulled -> assertThat(pulled.deliveries()).hasSize(2));
    }
}
