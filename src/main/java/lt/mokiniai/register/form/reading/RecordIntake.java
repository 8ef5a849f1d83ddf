package lt.mokiniai.register.form.reading;

import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import lt.mokiniai.register.form.Column;
import lt.mokiniai.register.form.Finding;
import lt.mokiniai.register.form.FormRecord;
import lt.mokiniai.register.form.LoadProblem;
import lt.mokiniai.register.form.RecordKind;
import lt.mokiniai.register.form.RecordPlace;
import org.jspecify.annotations.Nullable;

/** Takes in what files hold: records whose values are as their columns say, and what is wrong with the others. */
public final class RecordIntake {

    private final Consumer<FormRecord> records;
    private final Consumer<String> broken;
    private final Consumer<Finding> findings;
    private long count;
    private long brokenReference;
    private boolean isWhole = true;

    /**
     * Takes in for others.
     *
     * @param broken told of a student of whom a record cannot be read
     */
    public RecordIntake(Consumer<FormRecord> records, Consumer<String> broken, Consumer<Finding> findings) {
        this.records = records;
        this.broken = broken;
        this.findings = findings;
    }

    /** Takes a record, with a value or null for each column of its kind. */
    void record(RecordKind kind, RecordPlace place, List<@Nullable String> values) {
        boolean isRight = true;
        for (int i = 0; i < values.size(); i++) {
            Column column = kind.columns().get(i);
            LoadProblem problem = column.problem(values.get(i)).orElse(null);
            if (problem != null) {
                isRight = false;
                findings.accept(
                        problem == LoadProblem.VALUE_TOO_LONG
                                ? problem.at(place, column.name(), column.most())
                                : problem.at(place, column.name()));
            }
        }
        if (isRight) {
            count++;
            records.accept(new FormRecord(kind, place, Collections.unmodifiableList(values)));
        } else {
            breakStudent(kind, values.get(0));
        }
    }

    /**
     * Takes a record that cannot be read.
     *
     * @param key whose record it is, as far as it can be read
     */
    void broken(RecordKind kind, @Nullable String key, Finding finding) {
        findings.accept(finding);
        breakStudent(kind, key);
    }

    private void breakStudent(RecordKind kind, @Nullable String key) {
        count++;
        if (!kind.isOfStudents()) {
            brokenReference++;
        } else if (key != null && kind.columns().get(0).problem(key).isEmpty()) {
            broken.accept(key);
        } else {
            // Whose it is cannot be told: any student may be the one who would be loaded without it.
            isWhole = false;
        }
    }

    /** Takes that a file cannot be read as a whole. */
    public void unreadable(Finding finding) {
        isWhole = false;
        findings.accept(finding);
    }

    /** How many records there were, right and wrong ones. */
    public long count() {
        return count;
    }

    /** How many records that are not of students cannot be read. */
    public long brokenReference() {
        return brokenReference;
    }

    /** Whether each file could be read as a whole, and each record that cannot be read is known to be a student's. */
    public boolean isWhole() {
        return isWhole;
    }
}
