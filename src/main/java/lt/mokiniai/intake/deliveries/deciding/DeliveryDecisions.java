package lt.mokiniai.intake.deliveries.deciding;

import lt.mokiniai.intake.deliveries.DeliveryState;
import lt.mokiniai.intake.deliveries.RecordOutcome;
import lt.mokiniai.intake.deliveries.quarantine.IntakeTasks;
import lt.mokiniai.intake.deliveries.store.DeliveryRows;
import lt.mokiniai.intake.deliveries.store.HeldRows;
import lt.mokiniai.intake.deliveries.store.KeptDelivery;
import lt.mokiniai.intake.deliveries.store.RecordRows;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.tasks.Decision;
import lt.mokiniai.register.tasks.DecisionTold;
import lt.mokiniai.register.tasks.Task;
import lt.mokiniai.register.tasks.TaskWork;
import org.springframework.stereotype.Component;

/** Decisions about full deliveries that end more than they may: a yes is for that delivery alone. */
@Component
class DeliveryDecisions implements TaskWork {

    private final DeliveryRows deliveries;
    private final RecordRows records;
    private final HeldRows held;
    private final IntakeTasks tasks;

    DeliveryDecisions(DeliveryRows deliveries, RecordRows records, HeldRows held, IntakeTasks tasks) {
        this.deliveries = deliveries;
        this.records = records;
        this.held = held;
        this.tasks = tasks;
    }

    @Override
    public String kind() {
        return IntakeTasks.DELIVERY;
    }

    @Override
    public void decided(Task task, DecisionTold told, Scope scope) {
        KeptDelivery delivery = held(task);
        if (told.decision() == Decision.ACCEPT) {
            deliveries.approve(delivery.id());
        } else {
            deliveries.become(delivery.id(), DeliveryState.REFUSED);
            records.settleAll(delivery.id(), RecordOutcome.REFUSED);
        }
    }

    /** It waits again, with a term of its own: nothing is ended because nobody said no, and nothing is dropped. */
    @Override
    public void lapsed(Task task) {
        KeptDelivery delivery = held(task);
        deliveries.holdBack(
                delivery.id(),
                tasks.openDelivery(delivery, held.share(delivery.id()), held.institutionsLeftWithout(delivery.id())));
    }

    private KeptDelivery held(Task task) {
        return deliveries.hold(deliveries.ofTask(task.taskId()).orElseThrow().id());
    }
}
