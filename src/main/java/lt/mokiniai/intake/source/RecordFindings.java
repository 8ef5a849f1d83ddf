package lt.mokiniai.intake.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;

/** Collects all that does not fit in one record. */
public final class RecordFindings {

    /** As many as a report has room for. */
    private static final int MOST = 50;

    private static final Text NONE = Text.same("–");

    private final boolean isEarly;
    private final List<RecordFinding> all = new ArrayList<>();

    /** @param isEarly whether what comes before the record may not be applied yet */
    public RecordFindings(boolean isEarly) {
        this.isEarly = isEarly;
    }

    /** Tells whether what comes before the record may not be applied yet: what it refers to need not be there. */
    public boolean isEarly() {
        return isEarly;
    }

    /** Tells that a field does not fit. */
    public void add(RecordProblem problem, String field) {
        add(problem, field, NONE);
    }

    /**
     * Tells that a field does not fit.
     *
     * @param particulars names of lists, limits and other records' kinds; never a value that tells of a person
     */
    public void add(RecordProblem problem, String field, Text particulars) {
        add(new RecordFinding(
                problem.code(),
                Optional.of(field).filter(path -> !path.isEmpty()),
                Messages.filled(problem.message(), particulars)));
    }

    /** Tells what somebody else found. */
    public void add(RecordFinding finding) {
        if (all.size() < MOST && !all.contains(finding)) {
            all.add(finding);
        }
    }

    /** Tells whether the record fits so far. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** All that was told, in its order. */
    public List<RecordFinding> all() {
        return List.copyOf(all);
    }
}
