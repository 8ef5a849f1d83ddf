package lt.mokiniai.intake.deliveries.quarantine;

import java.util.List;
import java.util.Optional;
import lt.mokiniai.intake.deliveries.RecordOutcome;
import lt.mokiniai.intake.deliveries.store.FindingRows;
import lt.mokiniai.intake.deliveries.store.KeptDelivery;
import lt.mokiniai.intake.deliveries.store.KeptRecord;
import lt.mokiniai.intake.deliveries.store.RecordRows;
import lt.mokiniai.intake.source.CommonProblem;
import lt.mokiniai.intake.source.RecordFinding;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.Problem;
import lt.mokiniai.platform.database.Diagnosis;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Records that do not fit: each is tried once more at the end of its delivery, and then waits for a decision. */
@Component
public class Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private final RecordRows records;
    private final FindingRows findings;
    private final IntakeTasks tasks;

    Quarantine(RecordRows records, FindingRows findings, IntakeTasks tasks) {
        this.records = records;
        this.findings = findings;
        this.tasks = tasks;
    }

    /** Takes a record in that could not be read: nothing is to be tried with it. */
    public void takeUnread(KeptDelivery delivery, KeptRecord record) {
        settle(delivery, record, findings.of(delivery.id(), record.ordinal()));
    }

    /** Takes a record in that does not fit. */
    public void take(KeptDelivery delivery, KeptRecord record, List<RecordFinding> unfit) {
        findings.replace(delivery.id(), record.ordinal(), unfit);
        if (record.attempts() + 1 == KeptRecord.SETTLED) {
            settle(delivery, record, unfit);
        } else {
            records.attempted(delivery.id(), record.ordinal(), RecordOutcome.QUARANTINED, record.attempts() + 1);
        }
    }

    /** Takes a record in that could not be recorded, unless something else came of it meanwhile. */
    public void take(KeptDelivery delivery, KeptRecord record, RuntimeException failure) {
        boolean isUntouched = records.all(delivery.id(), record.ordinal(), record.ordinal()).stream()
                .allMatch(now -> now.attempts() == record.attempts() && now.outcome() == record.outcome());
        if (isUntouched) {
            take(delivery, record, reasons(failure));
        }
    }

    private void settle(KeptDelivery delivery, KeptRecord record, List<RecordFinding> unfit) {
        records.settle(delivery.id(), record.ordinal(), RecordOutcome.QUARANTINED);
        records.entrust(delivery.id(), record.ordinal(), tasks.openRecord(delivery, record.ordinal(), unfit));
    }

    private static List<RecordFinding> reasons(RuntimeException failure) {
        if (failure instanceof ExchangeException refusal) {
            List<Problem> all = refusal.problems().isEmpty() ? List.of(refusal.problem()) : refusal.problems();
            return all.stream()
                    .map(problem -> new RecordFinding(
                            problem.error().code(), Optional.ofNullable(problem.field()), problem.message()))
                    .toList();
        }
        LOG.warn("A record of a delivery could not be recorded: {}", Diagnosis.reason(failure));
        return List.of(CommonProblem.NOT_RECORDED.finding());
    }
}
