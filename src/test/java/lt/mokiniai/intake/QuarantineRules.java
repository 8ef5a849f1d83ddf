package lt.mokiniai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Optional;
import lt.mokiniai.intake.deliveries.DeliveryHeader;
import lt.mokiniai.intake.deliveries.DeliveryHeader.Kind;
import lt.mokiniai.intake.deliveries.DeliveryState;
import lt.mokiniai.intake.deliveries.ReceivedPart;
import lt.mokiniai.intake.deliveries.RecordOutcome;
import lt.mokiniai.intake.example.ExampleMapper;
import lt.mokiniai.intake.example.ExampleRecord;
import lt.mokiniai.intake.reports.DeliveryReport;
import lt.mokiniai.intake.source.ReadRecord;
import lt.mokiniai.intake.source.RecordFinding;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.texts.Text;
import org.junit.jupiter.api.Test;

/** What does not fit waits, is decided about, and is always counted. */
interface QuarantineRules {

    IntakeDesk desk();

    @Test
    default void whatDoesNotFitWaitsAndTheRestGoesIn() {
        ReceivedPart received = desk().deliver(
                        Kind.FULL,
                        "s",
                        1,
                        ExampleRecord.of("a", "1"),
                        ExampleRecord.of("b", "wrong"),
                        ExampleRecord.of("c", "1").below("nobody"));
        assertThat(received.results())
                .extracting(ReceivedPart.Result::outcome)
                .containsExactly(RecordOutcome.RECEIVED, RecordOutcome.QUARANTINED, RecordOutcome.RECEIVED);

        desk().turn();

        DeliveryReport report = desk().report(received.deliveryId());
        assertThat(report.state()).isEqualTo(DeliveryState.DONE);
        assertThat(report.counts())
                .containsOnly(entry(RecordOutcome.APPLIED, 1L), entry(RecordOutcome.QUARANTINED, 2L));
        assertThat(desk().results(received.deliveryId()).get(2).findings())
                .containsExactly(
                        new RecordFinding(ExampleMapper.NO_PARENT, Optional.of("parent"), Text.same("no parent")));
        assertThat(desk().tasks("SOURCE_RECORD").values())
                .satisfiesExactly(
                        note -> assertThat(note).contains("examples s 1 ", "[2]: MR-S902 value"),
                        note -> assertThat(note).contains("[3]: MR-S901 parent"));
    }

    @Test
    default void whatRefersToALaterRecordOfTheDeliveryFitsAtItsEnd() {
        DeliveryReport report =
                desk().applied(Kind.FULL, "s", 1, ExampleRecord.of("b", "1").below("a"), ExampleRecord.of("a", "1"));

        assertThat(report.counts()).containsOnly(entry(RecordOutcome.APPLIED, 2L));
        assertThat(desk().tasks("SOURCE_RECORD")).isEmpty();
        assertThat(desk().results(report.name().deliveryId()))
                .allSatisfy(each -> assertThat(each.findings()).isEmpty());
    }

    @Test
    default void aLaterRecordCorrectsOneThatDidNotFit() {
        DeliveryReport report = desk().applied(Kind.FULL, "s", 1, ExampleRecord.of("a", "wrong"));
        assertThat(desk().tasks("SOURCE_RECORD")).hasSize(1);

        desk().applied(Kind.CHANGES, "s", 2, ExampleRecord.of("a", "right"));

        assertThat(desk().outcomes(report.name().deliveryId())).containsExactly(RecordOutcome.CORRECTED);
        assertThat(desk().tasks("SOURCE_RECORD")).isEmpty();
        assertThat(desk().examples().recorded()).containsOnly(entry("a", "right null 0"));
    }

    @Test
    default void toAcceptIsToTryAgain() {
        DeliveryReport report =
                desk().applied(Kind.FULL, "s", 1, ExampleRecord.of("b", "1").below("a"));
        String task = desk().tasks("SOURCE_RECORD").keySet().iterator().next();
        IntakeDesk.refuses(ExchangeError.RECORD_STILL_UNFIT, () -> desk().decide(task, "ACCEPT"));
        assertThat(desk().tasks("SOURCE_RECORD")).containsKey(task);

        desk().applied(Kind.CHANGES, "s", 2, ExampleRecord.of("a", "1"));
        assertThat(desk().decide(task, "ACCEPT")).isEqualTo("ACCEPTED");

        assertThat(desk().outcomes(report.name().deliveryId())).containsExactly(RecordOutcome.APPLIED);
        assertThat(desk().examples().recorded()).containsOnlyKeys("a", "b");
    }

    @Test
    default void whatIsRefusedOrReturnedStaysCounted() {
        DeliveryReport report = desk().applied(
                        Kind.FULL,
                        "s",
                        1,
                        ExampleRecord.of("a", "wrong"),
                        ExampleRecord.of("b", "wrong"),
                        ExampleRecord.of("c", "1"));
        List<String> tasks = List.copyOf(desk().tasks("SOURCE_RECORD").keySet());

        assertThat(desk().decide(tasks.get(0), "OBJECT")).isEqualTo("OBJECTED");
        assertThat(desk().decide(tasks.get(1), "CORRECT")).isEqualTo("CORRECTED");
        assertThat(desk().report(report.name().deliveryId()).counts())
                .containsOnly(
                        entry(RecordOutcome.REFUSED, 1L),
                        entry(RecordOutcome.RETURNED, 1L),
                        entry(RecordOutcome.APPLIED, 1L));

        desk().applied(Kind.CHANGES, "s", 2, ExampleRecord.of("b", "right"));
        assertThat(desk().outcomes(report.name().deliveryId()))
                .containsExactly(RecordOutcome.REFUSED, RecordOutcome.CORRECTED, RecordOutcome.APPLIED);
    }

    @Test
    default void ofTwoRecordsWithOneKeyNoneIsChosen() {
        DeliveryReport report = desk().applied(
                        Kind.FULL,
                        "s",
                        1,
                        ExampleRecord.of("a", "1"),
                        ExampleRecord.of("b", "1"),
                        ExampleRecord.of("a", "2"),
                        ExampleRecord.of("b", "1"));

        assertThat(desk().outcomes(report.name().deliveryId()))
                .containsExactly(
                        RecordOutcome.QUARANTINED,
                        RecordOutcome.APPLIED,
                        RecordOutcome.QUARANTINED,
                        RecordOutcome.UNCHANGED);
        assertThat(desk().results(report.name().deliveryId()).get(0).findings())
                .extracting(RecordFinding::code)
                .containsExactly("MR-S102");
    }

    @Test
    default void whatCannotBeReadWaitsAsWell() {
        ReceivedPart received = desk().parts(
                        new DeliveryHeader(Kind.FULL, "s", 1, 2),
                        1,
                        List.of(
                                new ReadRecord.Broken<>(
                                        "<x>", List.of(new RecordFinding("MR-S101", Optional.empty(), Text.same("x")))),
                                new ReadRecord.Whole<>(ExampleRecord.of("a", "1"))));
        desk().turn();

        assertThat(desk().outcomes(received.deliveryId()))
                .containsExactly(RecordOutcome.QUARANTINED, RecordOutcome.APPLIED);
        String task = desk().tasks("SOURCE_RECORD").keySet().iterator().next();
        IntakeDesk.refuses(ExchangeError.RECORD_STILL_UNFIT, () -> desk().decide(task, "ACCEPT"));
        assertThat(desk().decide(task, "OBJECT")).isEqualTo("OBJECTED");
    }

    @Test
    default void whatFailsForNoPassingReasonKeepsNoOther() {
        desk().examples().beforeEach(told -> {
            if (told.code.equals("b")) {
                throw new IllegalStateException("a mistake of ours");
            }
        });
        DeliveryReport report = desk().applied(
                        Kind.FULL,
                        "s",
                        1,
                        ExampleRecord.of("a", "1"),
                        ExampleRecord.of("b", "1"),
                        ExampleRecord.of("c", "1"));

        assertThat(desk().outcomes(report.name().deliveryId()))
                .containsExactly(RecordOutcome.APPLIED, RecordOutcome.QUARANTINED, RecordOutcome.APPLIED);
        assertThat(desk().results(report.name().deliveryId()).get(1).findings())
                .extracting(RecordFinding::code)
                .containsExactly("MR-S190");
        assertThat(desk().hasOpenWrites()).isFalse();
    }
}
