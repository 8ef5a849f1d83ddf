package lt.mokiniai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import lt.mokiniai.intake.deliveries.DeliveryHeader.Kind;
import lt.mokiniai.intake.deliveries.DeliveryState;
import lt.mokiniai.intake.deliveries.ReceivedPart;
import lt.mokiniai.intake.deliveries.RecordOutcome;
import lt.mokiniai.intake.deliveries.WantedDeliveries.Range;
import lt.mokiniai.intake.example.ExampleRecord;
import lt.mokiniai.intake.reports.DeliveryReport;
import lt.mokiniai.kernel.faults.ExchangeError;
import org.junit.jupiter.api.Test;

/** Numbers of series: early, late, missing, and begun anew. */
interface SequenceRules {

    IntakeDesk desk();

    @Test
    default void aSeriesBeginsWithAFullDelivery() {
        IntakeDesk.refuses(
                ExchangeError.SERIES_WITHOUT_FULL,
                () -> desk().deliver(Kind.CHANGES, "s", 1, ExampleRecord.of("a", "1")));
        ReceivedPart early = desk().deliver(Kind.CHANGES, "s", 2, ExampleRecord.of("a", "2"));
        desk().turn();

        assertThat(early.missing()).containsExactly(new Range("s", 1, 1));
        assertThat(desk().examples().recorded()).isEmpty();
        assertThat(desk().wanted().series()).isEmpty();

        desk().deliver(Kind.FULL, "s", 1, ExampleRecord.of("a", "1"));
        desk().turn();
        assertThat(desk().examples().recorded()).containsOnly(entry("a", "2 null 0"));
        assertThat(desk().wanted().next()).isEqualTo(3);
    }

    @Test
    default void anEarlyDeliveryWaitsAndWhatIsMissingIsAskedFor() {
        desk().applied(Kind.FULL, "s", 1, ExampleRecord.of("a", "1"));

        ReceivedPart early = desk().deliver(Kind.CHANGES, "s", 4, ExampleRecord.of("a", "4"));
        desk().turn();
        assertThat(early.state()).isEqualTo(DeliveryState.WAITING);
        assertThat(early.missing()).containsExactly(new Range("s", 2, 3));
        assertThat(desk().report(early.deliveryId()).missing()).containsExactly(new Range("s", 2, 3));

        desk().deliver(Kind.CHANGES, "s", 3, ExampleRecord.of("a", "3"));
        desk().turn();
        assertThat(desk().wanted().missing()).containsExactly(new Range("s", 2, 2));
        assertThat(desk().wanted().next()).isEqualTo(2);

        desk().deliver(Kind.CHANGES, "s", 2, ExampleRecord.of("a", "2"));
        assertThat(desk().turn()).isEqualTo(3);
        assertThat(desk().examples().recorded()).containsOnly(entry("a", "4 null 0"));
        assertThat(desk().examples().changes("a")).isEqualTo(4);
        assertThat(desk().wanted().missing()).isEmpty();
        assertThat(desk().wanted().next()).isEqualTo(5);
    }

    @Test
    default void aFullDeliveryBeginsAnewAndWhatComesTooLateIsTold() {
        desk().applied(Kind.FULL, "s", 1, ExampleRecord.of("a", "1"));
        DeliveryReport full = desk().applied(Kind.FULL, "s", 5, ExampleRecord.of("a", "5"));
        assertThat(full.state()).isEqualTo(DeliveryState.DONE);

        ReceivedPart late = desk().deliver(Kind.CHANGES, "s", 3, ExampleRecord.of("a", "3"));
        desk().turn();

        assertThat(late.state()).isEqualTo(DeliveryState.OUTDATED);
        assertThat(late.results()).extracting(ReceivedPart.Result::outcome).containsExactly(RecordOutcome.OUTDATED);
        assertThat(desk().examples().recorded()).containsOnly(entry("a", "5 null 0"));
    }

    @Test
    default void whatWaitedForNumbersThatAFullDeliveryPassedIsOutdated() {
        desk().applied(Kind.FULL, "s", 1, ExampleRecord.of("a", "1"));
        ReceivedPart waiting = desk().deliver(Kind.CHANGES, "s", 3, ExampleRecord.of("a", "3"));
        desk().applied(Kind.FULL, "s", 5, ExampleRecord.of("a", "5"));
        desk().turn();

        assertThat(desk().state(waiting.deliveryId())).isEqualTo(DeliveryState.OUTDATED);
        assertThat(desk().outcomes(waiting.deliveryId())).containsExactly(RecordOutcome.OUTDATED);
    }

    @Test
    default void anotherSeriesBeginsWithAFullDeliveryAndTheOneBeforeIsOver() {
        desk().applied(Kind.FULL, "old", 7, ExampleRecord.of("a", "7"));
        ReceivedPart early = desk().deliver(Kind.CHANGES, "new", 2, ExampleRecord.of("a", "n2"));
        desk().turn();
        assertThat(desk().state(early.deliveryId())).isEqualTo(DeliveryState.WAITING);
        assertThat(desk().wanted().missing()).containsExactly(new Range("new", 1, 1));

        desk().deliver(Kind.FULL, "new", 1, ExampleRecord.of("a", "n1"));
        desk().turn();
        assertThat(desk().examples().recorded()).containsOnly(entry("a", "n2 null 0"));

        ReceivedPart yesterday = desk().deliver(Kind.FULL, "old", 8, ExampleRecord.of("a", "8"));
        assertThat(yesterday.state()).isEqualTo(DeliveryState.OUTDATED);
        desk().turn();
        assertThat(desk().examples().recorded()).containsOnly(entry("a", "n2 null 0"));
    }
}
