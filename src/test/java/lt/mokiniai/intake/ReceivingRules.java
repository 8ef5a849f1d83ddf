package lt.mokiniai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import lt.mokiniai.intake.deliveries.DeliveryHeader;
import lt.mokiniai.intake.deliveries.DeliveryHeader.Kind;
import lt.mokiniai.intake.deliveries.DeliveryState;
import lt.mokiniai.intake.deliveries.ReceivedPart;
import lt.mokiniai.intake.deliveries.RecordOutcome;
import lt.mokiniai.intake.deliveries.WantedDeliveries.Range;
import lt.mokiniai.intake.example.ExampleRecord;
import lt.mokiniai.intake.reports.DeliveryReport;
import lt.mokiniai.intake.reports.DeliveryReport.Difference;
import lt.mokiniai.intake.reports.DeliveryReport.DifferenceKind;
import lt.mokiniai.kernel.faults.ExchangeError;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

/** What is received, and that nothing of it is done twice. */
interface ReceivingRules {

    IntakeDesk desk();

    @Test
    default void aFullDeliveryIsReceivedAppliedAndCompared() {
        ReceivedPart received = desk().deliver(
                        Kind.FULL,
                        "s",
                        1,
                        ExampleRecord.of("a", "1"),
                        ExampleRecord.of("b", "2").below("a"));

        assertThat(received.state()).isEqualTo(DeliveryState.WAITING);
        assertThat(received.results())
                .extracting(ReceivedPart.Result::outcome)
                .containsExactly(RecordOutcome.RECEIVED, RecordOutcome.RECEIVED);
        assertThat(desk().examples().recorded()).isEmpty();

        assertThat(desk().turn()).isEqualTo(2);

        DeliveryReport report = desk().report(received.deliveryId());
        assertThat(report.state()).isEqualTo(DeliveryState.DONE);
        assertThat(report.counts()).containsOnly(entry(RecordOutcome.APPLIED, 2L));
        assertThat(report.differences())
                .extracting(Difference::kind, Difference::key)
                .containsExactly(tuple(DifferenceKind.NEW, "a"), tuple(DifferenceKind.NEW, "b"));
        assertThat(desk().examples().recorded()).containsOnly(entry("a", "1 null 0"), entry("b", "2 a 0"));
        assertThat(desk().hasOpenWrites()).isFalse();
    }

    @Test
    default void theSameDeliveryTwiceChangesNothingAndTellsTheSame() {
        DeliveryReport first = desk().applied(Kind.FULL, "s", 1, ExampleRecord.of("a", "1"));

        ReceivedPart again = desk().deliver(Kind.FULL, "s", 1, ExampleRecord.of("a", "1"));
        desk().turn();

        assertThat(again.deliveryId()).isEqualTo(first.name().deliveryId());
        assertThat(again.state()).isEqualTo(DeliveryState.DONE);
        assertThat(again.results()).extracting(ReceivedPart.Result::outcome).containsExactly(RecordOutcome.APPLIED);
        assertThat(desk().examples().changes("a")).isOne();
    }

    @Test
    default void whatTheRegisterHasAlreadyIsUnchanged() {
        desk().applied(Kind.FULL, "s", 1, ExampleRecord.of("a", "1"));

        DeliveryReport report =
                desk().applied(Kind.CHANGES, "s", 2, ExampleRecord.of("a", "1"), ExampleRecord.of("b", "1"));

        assertThat(report.counts()).containsOnly(entry(RecordOutcome.UNCHANGED, 1L), entry(RecordOutcome.APPLIED, 1L));
    }

    @Test
    default void oneNumberHasOneContent() {
        desk().applied(Kind.FULL, "s", 1, ExampleRecord.of("a", "1"));

        IntakeDesk.refuses(
                ExchangeError.DELIVERY_OF_OTHER_CONTENT,
                () -> desk().deliver(Kind.FULL, "s", 1, ExampleRecord.of("a", "2")));
        IntakeDesk.refuses(
                ExchangeError.DELIVERY_OF_OTHER_CONTENT,
                () -> desk().deliver(Kind.FULL, "s", 1, ExampleRecord.of("a", "1"), ExampleRecord.of("b", "1")));
        desk().deliver(Kind.CHANGES, "s", 2, ExampleRecord.of("a", "3"));
        IntakeDesk.refuses(
                ExchangeError.DELIVERY_OF_OTHER_CONTENT,
                () -> desk().deliver(Kind.FULL, "s", 2, ExampleRecord.of("a", "3")));
        desk().turn();
        assertThat(desk().examples().recorded()).containsOnly(entry("a", "3 null 0"));
    }

    @Test
    default void aDeliveryMayComeInPartsHoweverTheyAreCut() {
        DeliveryHeader header = new DeliveryHeader(Kind.FULL, "s", 1, 3);

        ReceivedPart second = desk().part(header, 2, ExampleRecord.of("b", "1"), ExampleRecord.of("c", "1"));
        assertThat(second.state()).isEqualTo(DeliveryState.INCOMPLETE);
        assertThat(desk().turn()).isZero();
        assertThat(desk().wanted().missing()).containsExactly(new Range("s", 1, 1));

        ReceivedPart first = desk().part(header, 1, ExampleRecord.of("a", "1"), ExampleRecord.of("b", "1"));
        assertThat(first.state()).isEqualTo(DeliveryState.WAITING);
        assertThat(desk().turn()).isEqualTo(3);
        assertThat(desk().state(first.deliveryId())).isEqualTo(DeliveryState.DONE);
        IntakeDesk.refuses(
                ExchangeError.DELIVERY_OF_OTHER_CONTENT, () -> desk().part(header, 3, ExampleRecord.of("c", "2")));
    }

    @Test
    default void moreRecordsThanToldAreRefused() {
        IntakeDesk.refuses(
                ExchangeError.NUMBER_OF_RECORDS,
                () -> desk().part(new DeliveryHeader(Kind.FULL, "s", 1, 1), 2, ExampleRecord.of("a", "1")));
        IntakeDesk.refuses(
                ExchangeError.NUMBER_OF_RECORDS,
                () -> desk().part(
                                new DeliveryHeader(Kind.FULL, "s", 1, 5000),
                                1,
                                IntStream.range(0, 1001)
                                        .mapToObj(i -> ExampleRecord.of("c" + i, "1"))
                                        .toArray(ExampleRecord[]::new)));
    }

    @Test
    default void aDeliveryThatIsBrokenOffGoesOnWhereItWas() {
        AtomicInteger tried = new AtomicInteger();
        desk().examples().beforeEach(told -> {
            if (tried.incrementAndGet() % 3 == 0) {
                throw new QueryTimeoutException("the database went away");
            }
        });
        ReceivedPart received = desk().deliver(
                        Kind.FULL,
                        "s",
                        1,
                        IntStream.range(0, 10)
                                .mapToObj(i -> ExampleRecord.of("c" + i, "1"))
                                .toArray(ExampleRecord[]::new));
        int turns = 0;
        while (desk().state(received.deliveryId()) != DeliveryState.DONE && turns < 20) {
            desk().turn();
            turns++;
        }

        assertThat(turns).isGreaterThan(3);
        assertThat(desk().outcomes(received.deliveryId())).hasSize(10).containsOnly(RecordOutcome.APPLIED);
        assertThat(IntStream.range(0, 10).map(i -> desk().examples().changes("c" + i)))
                .containsOnly(1);
    }

    @Test
    default void anEmptyDeliveryTakesItsNumber() {
        desk().applied(Kind.FULL, "s", 1, ExampleRecord.of("a", "1"));

        assertThat(desk().applied(Kind.CHANGES, "s", 2).state()).isEqualTo(DeliveryState.DONE);
        assertThat(desk().wanted().next()).isEqualTo(3);
    }
}
