package lt.mokiniai.register.load;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import lt.mokiniai.register.form.FormRecord;
import lt.mokiniai.register.form.RecordKind;
import lt.mokiniai.register.load.histories.StudentFindings;
import lt.mokiniai.register.load.together.Identification;
import lt.mokiniai.register.load.together.MergeChains;
import lt.mokiniai.register.load.together.SeenIdentifications;
import lt.mokiniai.register.load.together.ToldLinks;

/** What has to be known of all records before the first student is loaded, because it is said of several students together. */
public final class SeenRecords implements Consumer<FormRecord> {

    private final MergeChains merges = new MergeChains();
    private final SeenIdentifications identifications = new SeenIdentifications(merges);
    private final Set<String> named = new HashSet<>();

    @Override
    public void accept(FormRecord record) {
        identifications.accept(record);
        if (record.kind() == RecordKind.MERGE) {
            merges.add(record);
        }
        if (record.kind() == RecordKind.MERGE || record.kind() == RecordKind.DISTINCT) {
            ToldLinks.others(record).forEach(column -> named.add(record.required(column)));
        }
    }

    /** Tells whether two students of the files have it. */
    boolean isTwice(Identification identification) {
        return identifications.isTwice(identification);
    }

    /** Tells whether the records of somebody else name a student. */
    boolean isNamed(String student) {
        return named.contains(student);
    }

    /** Looks whether the merges of a student's record lead where they say, by all that the files tell of and the register has. */
    void lookAtMerges(List<FormRecord> records, LoadedStudents loaded, StudentFindings findings) {
        for (FormRecord record : records) {
            if (record.kind() == RecordKind.MERGE) {
                merges.look(record, findings, loaded::keptOf);
            }
        }
    }

    /** How many records a student's record passes until the one that it was merged into in the end. */
    int mergedBy(String student) {
        return merges.steps(student);
    }
}
