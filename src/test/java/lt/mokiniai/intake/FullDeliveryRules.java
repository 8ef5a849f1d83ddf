package lt.mokiniai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Optional;
import java.util.stream.IntStream;
import lt.mokiniai.intake.deliveries.DeliveryHeader.Kind;
import lt.mokiniai.intake.deliveries.DeliveryState;
import lt.mokiniai.intake.deliveries.RecordOutcome;
import lt.mokiniai.intake.example.ExampleRecord;
import lt.mokiniai.intake.reports.DeliveryReport;
import lt.mokiniai.intake.reports.DeliveryReport.Difference;
import lt.mokiniai.intake.reports.DeliveryReport.DifferenceKind;
import org.junit.jupiter.api.Test;

/** Full deliveries are looked at before they are applied, and compared. */
interface FullDeliveryRules {

    IntakeDesk desk();

    @Test
    default void aFullDeliveryThatEndsTooMuchWaitsAndAYesIsForItAlone() {
        desk().applied(Kind.FULL, "s", 1, ended(0));

        DeliveryReport held = desk().applied(Kind.FULL, "s", 2, ended(2));
        assertThat(held.state()).isEqualTo(DeliveryState.HELD);
        assertThat(held.counts()).containsOnly(entry(RecordOutcome.RECEIVED, 20L));
        assertThat(held.differences())
                .extracting(Difference::kind)
                .containsOnly(DifferenceKind.ENDED)
                .hasSize(2);
        assertThat(desk().tasks("SOURCE_DELIVERY").values())
                .singleElement()
                .asString()
                .endsWith(": 2 / 20; 2");
        desk().deliver(Kind.CHANGES, "s", 3, ExampleRecord.of("c19", "3").at("1000000"));
        desk().turn();
        assertThat(desk().examples().recorded().values()).allMatch(row -> row.endsWith(" 0"));

        String task = desk().tasks("SOURCE_DELIVERY").keySet().iterator().next();
        assertThat(desk().decide(task, "ACCEPT")).isEqualTo("ACCEPTED");
        desk().turn();
        assertThat(desk().state(held.name().deliveryId())).isEqualTo(DeliveryState.DONE);
        assertThat(desk().examples().recorded())
                .containsEntry("c0", "1 null 1")
                .containsEntry("c1", "1 null 1")
                .containsEntry("c19", "3 null 0");

        assertThat(desk().applied(Kind.FULL, "s", 4, ended(4)).state()).isEqualTo(DeliveryState.HELD);
    }

    @Test
    default void ofAFullDeliveryThatIsRefusedNothingIsAppliedAndTheSeriesGoesOn() {
        desk().applied(Kind.FULL, "s", 1, ended(0));
        DeliveryReport held = desk().applied(Kind.FULL, "s", 2, ended(2));
        desk().deliver(Kind.CHANGES, "s", 3, ExampleRecord.of("c19", "3"));

        assertThat(desk().decide(
                                desk().tasks("SOURCE_DELIVERY")
                                        .keySet()
                                        .iterator()
                                        .next(),
                                "OBJECT"))
                .isEqualTo("OBJECTED");
        desk().turn();

        assertThat(desk().state(held.name().deliveryId())).isEqualTo(DeliveryState.REFUSED);
        assertThat(desk().outcomes(held.name().deliveryId())).containsOnly(RecordOutcome.REFUSED);
        assertThat(desk().examples().recorded()).containsEntry("c0", "1 null 0").containsEntry("c19", "3 null 0");
        assertThat(desk().wanted().next()).isEqualTo(4);
    }

    @Test
    default void aFewThatEndAreApplied() {
        desk().applied(Kind.FULL, "s", 1, ended(0));

        assertThat(desk().applied(Kind.FULL, "s", 2, ended(1)).state()).isEqualTo(DeliveryState.DONE);
    }

    @Test
    default void nothingIsDeletedBecauseItIsMissing() {
        desk().applied(
                        Kind.FULL,
                        "s",
                        1,
                        ExampleRecord.of("a", "1"),
                        ExampleRecord.of("b", "1").at("1000001"));

        DeliveryReport report =
                desk().applied(Kind.FULL, "s", 2, ExampleRecord.of("a", "1"), ExampleRecord.of("c", "1"));

        assertThat(report.differences())
                .containsExactly(
                        new Difference(DifferenceKind.ONLY_HERE, "b", Optional.of("1000001")),
                        new Difference(DifferenceKind.NEW, "c", Optional.empty()));
        assertThat(desk().examples().recorded()).containsOnlyKeys("a", "b", "c");
    }

    /** Twenty records, so many of which have ended. */
    private static ExampleRecord[] ended(int count) {
        return IntStream.range(0, 20)
                .mapToObj(i -> {
                    ExampleRecord told = ExampleRecord.of("c" + i, "1").at(String.valueOf(1_000_000 + i));
                    return i < count ? told.ended() : told;
                })
                .toArray(ExampleRecord[]::new);
    }
}
