package lt.mokiniai.intake.deliveries.applying;

import java.util.List;
import lt.mokiniai.intake.deliveries.RecordOutcome;
import lt.mokiniai.intake.deliveries.RecordXml;
import lt.mokiniai.intake.deliveries.store.FindingRows;
import lt.mokiniai.intake.deliveries.store.KeptDelivery;
import lt.mokiniai.intake.deliveries.store.KeptRecord;
import lt.mokiniai.intake.deliveries.store.RecordRows;
import lt.mokiniai.intake.source.CommonProblem;
import lt.mokiniai.intake.source.RecordFinding;
import lt.mokiniai.intake.source.RecordFindings;
import lt.mokiniai.intake.source.SourceRegister;
import lt.mokiniai.register.tasks.Tasks;
import lt.mokiniai.register.times.OpenWrites;
import org.springframework.stereotype.Component;

/** Applies one record, in the transaction of whoever calls: what it tells and what came of it stand or fall together. */
@Component
public class RecordApplication {

    private final RecordRows records;
    private final FindingRows findings;
    private final RecordXml xml;
    private final OpenWrites openWrites;
    private final Tasks tasks;

    RecordApplication(RecordRows records, FindingRows findings, RecordXml xml, OpenWrites openWrites, Tasks tasks) {
        this.records = records;
        this.findings = findings;
        this.xml = xml;
        this.openWrites = openWrites;
        this.tasks = tasks;
    }

    /**
     * Applies a record that could be read, if it fits.
     *
     * @return what does not fit; nothing was changed then
     */
    public <R> List<RecordFinding> apply(SourceRegister<R> register, KeptDelivery delivery, KeptRecord record) {
        R told = xml.kept(register, record.content());
        RecordFindings found = new RecordFindings(false);
        if (records.hasOther(delivery.id(), record)) {
            found.add(CommonProblem.KEY_TWICE.finding());
        }
        register.mapper().check(told, found);
        if (found.isEmpty()) {
            AnnouncedRecording recording = new AnnouncedRecording(delivery, openWrites);
            boolean changed = register.mapper().apply(told, recording);
            recording.settle();
            if (record.outcome() == RecordOutcome.QUARANTINED) {
                findings.replace(delivery.id(), record.ordinal(), List.of());
            }
            records.settle(delivery.id(), record.ordinal(), changed ? RecordOutcome.APPLIED : RecordOutcome.UNCHANGED);
            correct(delivery, record);
        }
        return found.all();
    }

    /** What did not fit earlier is corrected by what fits now: nobody need decide about it any more. */
    private void correct(KeptDelivery delivery, KeptRecord record) {
        records.unfit(delivery.name().register(), record.key().orElseThrow(), delivery.id())
                .forEach(unfit -> {
                    records.settle(unfit.delivery(), unfit.ordinal(), RecordOutcome.CORRECTED);
                    unfit.taskId()
                            .flatMap(tasks::find)
                            .ifPresent(task ->
                                    tasks.withdraw(task, delivery.origin().provenance()));
                });
    }
}
