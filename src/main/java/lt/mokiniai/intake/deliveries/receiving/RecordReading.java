package lt.mokiniai.intake.deliveries.receiving;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.intake.deliveries.RecordOutcome;
import lt.mokiniai.intake.deliveries.RecordXml;
import lt.mokiniai.intake.deliveries.store.KeptRecord;
import lt.mokiniai.intake.source.CommonProblem;
import lt.mokiniai.intake.source.ReadRecord;
import lt.mokiniai.intake.source.ReadRecord.Broken;
import lt.mokiniai.intake.source.ReadRecord.Whole;
import lt.mokiniai.intake.source.RecordFinding;
import lt.mokiniai.intake.source.RecordFindings;
import lt.mokiniai.intake.source.SourceRegister;
import lt.mokiniai.kernel.digests.Digest;

/** Makes of a record that was read what is kept of it, and checks it by itself. */
final class RecordReading {

    private static final int LONGEST_KEY = 100;

    private final RecordXml xml;

    RecordReading(RecordXml xml) {
        this.xml = xml;
    }

    /** What is kept of a record, and what does not fit in it. */
    record Checked(KeptRecord record, List<RecordFinding> findings) {}

    /** @param isNew whether it was not received before: only then it is checked */
    <R> Checked check(SourceRegister<R> register, ReadRecord<R> told, int ordinal, boolean isNew) {
        if (told instanceof Broken<R> broken) {
            return new Checked(kept(ordinal, Optional.empty(), broken.text(), false), broken.findings());
        }
        R whole = ((Whole<R>) told).told();
        String content = xml.written(register, whole);
        String key = register.reader().key(whole);
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            return new Checked(
                    kept(ordinal, Optional.empty(), content, false), List.of(CommonProblem.KEY_TOO_LONG.finding()));
        }
        RecordFindings findings = new RecordFindings(true);
        if (isNew) {
            register.mapper().check(whole, findings);
        }
        return new Checked(kept(ordinal, Optional.of(key), content, findings.isEmpty()), findings.all());
    }

    private static KeptRecord kept(int ordinal, Optional<String> key, String content, boolean fits) {
        return new KeptRecord(
                ordinal,
                key,
                Digest.sha256(content.getBytes(StandardCharsets.UTF_8)),
                content,
                fits ? RecordOutcome.RECEIVED : RecordOutcome.QUARANTINED,
                0,
                Optional.empty());
    }
}
