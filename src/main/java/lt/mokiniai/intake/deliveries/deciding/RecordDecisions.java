package lt.mokiniai.intake.deliveries.deciding;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lt.mokiniai.intake.deliveries.RecordOutcome;
import lt.mokiniai.intake.deliveries.SourceRegisters;
import lt.mokiniai.intake.deliveries.applying.RecordApplication;
import lt.mokiniai.intake.deliveries.quarantine.IntakeTasks;
import lt.mokiniai.intake.deliveries.store.DeliveryRows;
import lt.mokiniai.intake.deliveries.store.FindingRows;
import lt.mokiniai.intake.deliveries.store.KeptDelivery;
import lt.mokiniai.intake.deliveries.store.KeptRecord;
import lt.mokiniai.intake.deliveries.store.RecordRows;
import lt.mokiniai.intake.deliveries.store.RecordRows.Place;
import lt.mokiniai.intake.source.RecordFinding;
import lt.mokiniai.intake.source.SourceRegister;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.tasks.Decision;
import lt.mokiniai.register.tasks.DecisionTold;
import lt.mokiniai.register.tasks.Task;
import lt.mokiniai.register.tasks.TaskWork;
import org.springframework.stereotype.Component;

/**
 * Decisions about records that do not fit: it is accepted, which tries it again; objected to, which refuses it for good; or it is
 * for the source to correct.
 */
@Component
class RecordDecisions implements TaskWork {

    private final SourceRegisters registers;
    private final DeliveryRows deliveries;
    private final RecordRows records;
    private final FindingRows findings;
    private final RecordApplication application;
    private final IntakeTasks tasks;

    RecordDecisions(
            SourceRegisters registers,
            DeliveryRows deliveries,
            RecordRows records,
            FindingRows findings,
            RecordApplication application,
            IntakeTasks tasks) {
        this.registers = registers;
        this.deliveries = deliveries;
        this.records = records;
        this.findings = findings;
        this.application = application;
        this.tasks = tasks;
    }

    @Override
    public String kind() {
        return IntakeTasks.RECORD;
    }

    @Override
    public Set<Decision> decisions() {
        return EnumSet.allOf(Decision.class);
    }

    @Override
    public void decided(Task task, DecisionTold told, Scope scope) {
        Place place = records.ofTask(task.taskId()).orElseThrow();
        switch (told.decision()) {
            case ACCEPT -> accept(place);
            case OBJECT -> records.settle(place.delivery(), place.ordinal(), RecordOutcome.REFUSED);
            case CORRECT -> records.settle(place.delivery(), place.ordinal(), RecordOutcome.RETURNED);
        }
    }

    private void accept(Place place) {
        KeptDelivery delivery = deliveries.hold(place.delivery());
        KeptRecord record =
                records.all(place.delivery(), place.ordinal(), place.ordinal()).get(0);
        SourceRegister<?> register = registers.named(delivery.name().register()).orElseThrow();
        boolean fits = record.isWhole()
                && application.apply(register, delivery, record).isEmpty();
        if (!fits) {
            throw ExchangeException.of(ExchangeError.RECORD_STILL_UNFIT).at("decision");
        }
    }

    /** Nothing is dropped because nobody decided: it waits again, with a term of its own. */
    @Override
    public void lapsed(Task task) {
        Place place = records.ofTask(task.taskId()).orElseThrow();
        List<RecordFinding> unfit = findings.of(place.delivery(), place.ordinal());
        records.entrust(
                place.delivery(),
                place.ordinal(),
                tasks.openRecord(deliveries.hold(place.delivery()), place.ordinal(), unfit));
    }
}
